import type { AnyAct } from '../domain/kind-table'
import { upcastAct } from '../protocol/upcast'
import type { PendingAct } from '../protocol/rebase'
import type { OutboxItem } from './outbox-item'
import type { PhoneDatabase } from './phone-database'

/** The acts of a record that still lie on top of the server's row, oldest first. */
export const pendingItems = async (
  database: PhoneDatabase,
  key: string,
): Promise<readonly OutboxItem[]> => {
  const items = await database.outbox.where('key').equals(key).toArray()
  return items
    .filter(({ state }) => state !== 'refused' && state !== 'putAway')
    .sort((a, b) => a.order - b.order)
}

export const asPending = ({ change, outcome }: OutboxItem): PendingAct => ({
  change: {
    ...change,
    act: upcastAct(change.kind, change.schema, change.act) as unknown as AnyAct,
  },
  at: outcome && 'effectiveAt' in outcome ? outcome.effectiveAt : change.at,
})

/** Whether a row of that revision holds the act's effect already. */
export const isInRevision = ({ outcome }: OutboxItem, revision: number): boolean =>
  outcome !== null && 'revision' in outcome && outcome.revision <= revision
