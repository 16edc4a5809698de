import type * as v from 'valibot'
import type { Attachment } from './attachment'
import type { ChangeId, NameId, RecordId, StaffId } from './id'
import type { Instant } from './instant'
import type { Scope } from './scope'

/** What an act may know besides itself. Everything else it needs, it carries. */
export interface ActContext {
  readonly at: Instant
  readonly by: StaffId
  readonly change: ChangeId
  readonly record: RecordId
  readonly nameId: NameId
}

/** Why an act was kept in the thread instead of taking effect. */
export type NotedReason =
  'came-too-late' | 'field-lost' | 'already-recorded' | 'already-voided' | 'proof-missing'

export type Applied<Thing> =
  | { readonly outcome: 'applied'; readonly record: Thing }
  | { readonly outcome: 'noted'; readonly record: Thing; readonly why: NotedReason }
  | { readonly outcome: 'refused'; readonly why: 'malformed' }

export const applied = <Thing>(record: Thing): Applied<Thing> => ({ outcome: 'applied', record })

export const noted = <Thing>(record: Thing, why: NotedReason): Applied<Thing> => ({
  outcome: 'noted',
  record,
  why,
})

export const malformed: Applied<never> = { outcome: 'refused', why: 'malformed' }

export interface Act {
  readonly act: string
}

/** Everything the rest of the house needs to know of one kind of record. */
export interface RecordKind<Thing, Deed extends Act> {
  readonly kind: string
  /** Schema of the record as it travels and is stored. */
  readonly record: v.GenericSchema<unknown, Thing>
  /** Schema of each act, by its name. */
  readonly acts: { readonly [Name in Deed['act']]: v.GenericSchema<unknown, Deed & { act: Name }> }
  /** Acts that bring the record into being. Any other waits (`parked`) until it is here. */
  readonly creates: readonly Deed['act'][]
  /**
   * Pure; the same on phone and server. `null` only for an act that creates. An act whose change id
   * the record already carries changes nothing and is `applied`.
   */
  readonly apply: (record: Thing | null, act: Deed, context: ActContext) => Applied<Thing>
  readonly scopeOf: (record: Thing) => Scope
  /** Records on phones are kept for ever while open (null), and a while from this instant when not. */
  readonly settledAt: (record: Thing) => Instant | null
  /** The places and records it speaks of, by which history is asked for. */
  readonly about: (record: Thing) => readonly RecordId[]
  /** Photos and sounds: everything it names whose bytes travel apart. */
  readonly photosOf: (record: Thing) => readonly Attachment[]
}
