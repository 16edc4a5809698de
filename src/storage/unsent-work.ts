import type { Instant } from '../domain/instant'
import type { Change } from '../protocol/change'
import type { RefusalReason } from '../protocol/unsent-work'
import { isKept } from './discard'
import type { OutboxItem } from './outbox-item'
import type { PhoneDatabase } from './phone-database'
import type { PhotoItem } from './photo-item'

/** What of somebody's work is on this phone only, as it was written. */
export interface UnsentPieces {
  readonly changes: readonly Change[]
  readonly refused: readonly { readonly change: Change; readonly why: RefusalReason }[]
  readonly photos: readonly PhotoItem[]
}

/** Why the server does not have it; one it was never told of could not be sent. */
export const whyRefused = ({ withdrawn, outcome }: OutboxItem): RefusalReason =>
  !withdrawn && outcome?.outcome === 'refused' ? outcome.kind : 'withdrawn'

/** A photo is only shown with the words that name it, and those may have gone up before it. */
const namersOf = async (
  database: PhoneDatabase,
  photos: readonly PhotoItem[],
): Promise<readonly { readonly order: number; readonly change: Change }[]> => {
  if (photos.length === 0) return []
  const settled = await database.outbox.where('state').equals('settled').toArray()
  const journal = await database.journal.toArray()
  return [...settled, ...journal].filter(({ change }) => {
    const said = JSON.stringify(change.act)
    return photos.some(({ sha256 }) => said.includes(sha256))
  })
}

/** [EX1] In one look, so that nothing settles meanwhile and is in neither half. */
export const unsentWork = (database: PhoneDatabase): Promise<UnsentPieces> =>
  database.transaction('r', [database.outbox, database.journal, database.photos], async () => {
    const items = await database.outbox.orderBy('order').toArray()
    const photos = await database.photos.where('state').equals('waiting').sortBy('takenAt')
    const isRefused = ({ state, withdrawn }: OutboxItem) =>
      state === 'refused' || state === 'putAway' || withdrawn
    const open = items.filter((item) => item.state !== 'settled' && isKept(item))
    const toSend = open.filter((item) => !isRefused(item))
    const all = [...(await namersOf(database, photos)), ...toSend]
    return {
      changes: all.sort((a, b) => a.order - b.order).map(({ change }) => change),
      refused: open
        .filter(isRefused)
        .map((item) => ({ change: item.change, why: whyRefused(item) })),
      photos,
    }
  })

/** [EX1] A file of these was handed to the browser: on a revoked phone they need not be kept longer. */
export const noteExported = (
  { outbox }: PhoneDatabase,
  changes: readonly string[],
  at: Instant,
): Promise<unknown> => {
  const named = new Set(changes)
  return outbox
    .where('state')
    .anyOf('refused', 'putAway')
    .and(({ change }) => named.has(change.id))
    .modify({ exportedAt: at })
}
