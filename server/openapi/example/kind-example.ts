import type { ActOf, KindName } from '../../../src/domain/kind-table'
import type { RecordId } from '../../../src/domain/id'

/**
 * One record of a kind as a short story: an act of each name, and an order in which they may be done.
 * The example of the record is what the story makes of it, so the two never disagree.
 */
export interface KindExample<Kind extends KindName> {
  readonly record: RecordId
  readonly acts: {
    readonly [Name in ActOf<Kind>['act']]: Extract<ActOf<Kind>, { readonly act: Name }>
  }
  readonly story: readonly ActOf<Kind>['act'][]
}

export type KindExamples = { readonly [Kind in KindName]: KindExample<Kind> }
