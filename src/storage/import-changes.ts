import type { ImportId } from '../domain/id'
import type { KindName } from '../domain/kind-table'
import type { PlaceId } from '../domain/place'
import { anyKind } from '../protocol/apply-change'
import type { Change } from '../protocol/change'
import type { PhoneDatabase } from './phone-database'

/** [IM17] Every act of an import that was made here and stands, in the order they were made. */
export const changesOfImport = async (
  database: PhoneDatabase,
  id: ImportId,
): Promise<readonly Change[]> => {
  const isOf = ({ change }: { readonly change: Change }) => change.importId === id
  const journal = await database.journal.filter(isOf).toArray()
  const outbox = await database.outbox
    .filter((item) => isOf(item) && item.state !== 'refused' && !item.discardedAt)
    .toArray()
  const changes = [...journal, ...outbox].map(({ change }) => change)
  return [...new Map(changes.map((change) => [change.id, change])).values()].sort(
    (a, b) => a.seq - b.seq,
  )
}

/** What speaks of places, besides the files of their people. */
const NAMING: readonly KindName[] = [
  ...(['Ticket', 'OwnerPromise', 'OwnerVisit', 'RepairNote', 'Facility', 'Checkpoint'] as const),
  ...(['ShiftHandover', 'OwnerLetter'] as const),
]

/** [IM17] Places something was done at or about, as far as this device holds it. */
export const placesNamed = async (database: PhoneDatabase): Promise<ReadonlySet<PlaceId>> => {
  const named = new Set<PlaceId>()
  for (const kind of NAMING)
    await database.held(kind).each(({ record }) => {
      for (const id of anyKind(kind).about(record)) named.add(id as PlaceId)
      if ('place' in record && typeof record.place === 'string') named.add(record.place)
    })
  return named
}
