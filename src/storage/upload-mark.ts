import type { AnyRecord, KindName } from '../domain/kind-table'
import { anyKind } from '../protocol/apply-change'
import type { OutboxState } from './outbox-item'
import type { PhoneDatabase } from './phone-database'
import type { PhotoState } from './photo-item'
import { readKey } from './record-key'

export type UploadState = 'onPhone' | 'going' | 'uploaded' | 'needsYou'

/** [ST8] 已上传 only when no act of the record waits and no photo it names is still on some phone. */
export const uploadMark = (
  acts: readonly OutboxState[],
  photos: readonly (PhotoState | undefined)[],
): UploadState => {
  if (acts.includes('refused') || photos.includes('broken')) return 'needsYou'
  if (acts.some((state) => state !== 'settled' && state !== 'putAway')) return 'onPhone'
  return photos.includes('waiting') ? 'going' : 'uploaded'
}

/** What of one kind has not gone up: states of acts by record, and of photos by their bytes. */
export interface NotUp {
  readonly acts: ReadonlyMap<string, readonly OutboxState[]>
  readonly photos: ReadonlyMap<string, PhotoState>
}

/** [ST8] What the server has not got, of photos this phone did not bring there itself. */
const missingHere = async (database: PhoneDatabase): Promise<Set<string>> => {
  const missing = new Set(
    (await database.tickets.where('photosMissing').above('').keys()).map(String),
  )
  if (missing.size === 0) return missing
  const confirmed = database.photos.where('state').equals('confirmed')
  for (const sha256 of await confirmed.primaryKeys()) missing.delete(sha256)
  return missing
}

/** Read once for a list, by index, however many rows are on the screen; no photo's bytes are touched. */
export const notUpOf = async (database: PhoneDatabase, kind: 'Ticket'): Promise<NotUp> => {
  const acts = new Map<string, OutboxState[]>()
  await database.outbox
    .where('key')
    .startsWith(`${kind}/`)
    .each(({ key, state }) => {
      const id = readKey(key)?.id ?? ''
      acts.set(id, [...(acts.get(id) ?? []), state])
    })
  const photos = new Map<string, PhotoState>()
  for (const state of ['waiting', 'broken'] as const)
    for (const sha256 of await database.photos.where('state').equals(state).primaryKeys())
      photos.set(sha256, state)
  for (const sha256 of await missingHere(database))
    if (!photos.has(sha256)) photos.set(sha256, 'waiting')
  return { acts, photos }
}

/** The mark of a row that is on the screen. */
export const markIn = (
  { acts, photos }: NotUp,
  kind: KindName,
  record: AnyRecord,
  id: string,
): UploadState =>
  uploadMark(
    acts.get(id) ?? [],
    photos.size === 0
      ? []
      : anyKind(kind)
          .photosOf(record)
          .map(({ sha256 }) => photos.get(sha256)),
  )
