import { isKindName } from '../domain/kind-table'
import type { UnsentWork } from '../protocol/unsent-work'
import type { OutboxItem } from './outbox-item'
import type { PhoneDatabase } from './phone-database'
import type { PhotoItem } from './photo-item'
import { recordKey } from './record-key'

type Refused = UnsentWork['refused'][number]

const itemOf = ({ change, why }: Refused): Omit<OutboxItem, 'order'>[] =>
  isKindName(change.kind)
    ? [
        {
          key: recordKey(change.kind, change.record),
          ...{ state: 'refused', change, withdrawn: why === 'withdrawn' },
          outcome: why === 'withdrawn' ? null : { id: change.id, outcome: 'refused', kind: why },
        },
      ]
    : []

/**
 * [EX3] Photos of a file go up from here like one's own; what was refused waits here for its author.
 * All or none, and what is here already stays as it is.
 */
export const keepTakenIn = (
  database: PhoneDatabase,
  photos: readonly PhotoItem[],
  refused: readonly Refused[],
): Promise<void> =>
  database.transaction('rw', [database.outbox, database.photos], async () => {
    for (const photo of photos) {
      const held = await database.photos.get(photo.sha256)
      if (!held || held.state === 'broken') await database.photos.put(photo)
    }
    const known = new Set((await database.outbox.toArray()).map(({ change }) => change.id))
    const fresh = refused.filter(({ change }) => !known.has(change.id))
    await database.outbox.bulkAdd(fresh.flatMap(itemOf))
  })
