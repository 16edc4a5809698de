import type { NameId } from '../domain/id'
import type { Instant } from '../domain/instant'
import type { AnyAct, AnyRecord } from '../domain/kind-table'
import { applyChange } from './apply-change'
import type { Change } from './change'

export interface PendingAct {
  readonly change: Pick<Change, 'id' | 'by' | 'kind' | 'record'> & { readonly act: AnyAct }
  /** The server's instant once it answered, else the phone's own. */
  readonly at: Instant
}

/**
 * [SY12] The server's record with the acts it does not hold yet on top, oldest first. An act already
 * inside changes nothing; one that cannot apply (its record is not here yet) is left out.
 */
export const rebase = (
  held: AnyRecord | null,
  pending: readonly PendingAct[],
  nameId: NameId,
): AnyRecord | null =>
  pending.reduce<AnyRecord | null>((record, { change, at }) => {
    const outcome = applyChange(record, change, at, nameId)
    return outcome.outcome === 'refused' ? record : outcome.record
  }, held)
