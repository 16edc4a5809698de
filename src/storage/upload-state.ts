import type { Instant } from '../domain/instant'
import type { AnyRecord, KindName } from '../domain/kind-table'
import { anyKind } from '../protocol/apply-change'
import type { Refusal } from '../protocol/outcome'
import type { PhoneDatabase } from './phone-database'
import { readKey, recordKey } from './record-key'
import { uploadMark, type UploadState } from './upload-mark'

const photoHashes = (kind: KindName, record: AnyRecord): string[] =>
  anyKind(kind)
    .photosOf(record)
    .map(({ sha256 }) => sha256)

/** [ST8] Of one record. */
export const uploadStateOf = async (
  database: PhoneDatabase,
  kind: KindName,
  id: string,
): Promise<UploadState> => {
  const items = await database.outbox.where('key').equals(recordKey(kind, id)).toArray()
  const held = await database.held(kind).get(id)
  const hashes = held ? photoHashes(kind, held.record) : []
  const own = await database.photos.bulkGet(hashes)
  const missing = new Set(held?.photosMissing)
  return uploadMark(
    items.map(({ state }) => state),
    hashes.map(
      (sha256, index) => own[index]?.state ?? (missing.has(sha256) ? 'waiting' : undefined),
    ),
  )
}

const WORST: readonly UploadState[] = ['needsYou', 'onPhone', 'going', 'uploaded']

/** [ST8] Of a round and every look at its stops: uploaded only when all of them are. */
export const roundUploadStateOf = async (
  database: PhoneDatabase,
  round: string,
): Promise<UploadState> => {
  const visits = await database.checkpointVisits.where('round').equals(round).primaryKeys()
  const states = await Promise.all([
    uploadStateOf(database, 'Round', round),
    ...visits.map((visit) => uploadStateOf(database, 'CheckpointVisit', visit)),
  ])
  return WORST.find((state) => states.includes(state)) ?? 'uploaded'
}

/** A line of the upload page: one record and what of it is still here. */
export interface UploadLine {
  readonly key: string
  readonly kind: KindName
  readonly id: string
  readonly record: AnyRecord | null
  readonly state: UploadState
  readonly at: Instant
  readonly photos: number
  readonly photosSent: number
  readonly bytes: number
  /** Photos whose bytes the phone no longer has. */
  readonly broken: number
  /** When the last of what is up got there; null where nothing did. */
  readonly sentAt: Instant | null
  readonly refusal: Refusal | 'withdrawn' | null
  /** [SY43] All that is left of it here is with the server, which waits for the record. */
  readonly isParked: boolean
}

const latest = (times: readonly Instant[]): Instant | null => Math.max(0, ...times) || null

const lineOf = async (database: PhoneDatabase, key: string, at: Instant): Promise<UploadLine[]> => {
  const named = readKey(key)
  if (!named) return []
  const { kind, id } = named
  const held = await database.held(kind).get(id)
  const hashes = held ? [...new Set(photoHashes(kind, held.record))] : []
  const own = (await database.photos.bulkGet(hashes)).filter((photo) => photo !== undefined)
  const waiting = own.filter(({ state }) => state !== 'confirmed')
  const items = await database.outbox.where('key').equals(key).toArray()
  const settled = await database.journal.where('key').equals(key).toArray()
  const refused = items.find(({ state }) => state === 'refused')
  const outcome = refused?.outcome
  const open = items.filter(({ state }) => state !== 'settled' && state !== 'putAway')
  return [
    {
      ...{ key, kind, id, at, record: held?.record ?? null },
      state: await uploadStateOf(database, kind, id),
      photos: own.length,
      photosSent: own.length - waiting.length,
      bytes: waiting.reduce((sum, { bytes }) => sum + bytes, 0),
      broken: own.filter(({ state }) => state === 'broken').length,
      sentAt: latest([
        ...settled.map(({ settledAt }) => settledAt),
        ...own.map(({ confirmedAt = 0 }) => confirmedAt),
      ]),
      refusal: refused ? (outcome?.outcome === 'refused' ? outcome.kind : 'withdrawn') : null,
      isParked: open.length > 0 && open.every(({ state }) => state === 'parked'),
    },
  ]
}

/** What is on this phone or lately left it, newest first. */
export const uploadLines = async (
  database: PhoneDatabase,
  most: number,
): Promise<readonly UploadLine[]> => {
  const times = new Map<string, Instant>()
  const see = (key: string, at: Instant) => times.set(key, Math.max(times.get(key) ?? 0, at))
  await database.outbox.each(({ key, change, state }) => {
    if (state !== 'putAway') see(key, change.at)
  })
  const recent = await database.journal.orderBy('settledAt').reverse().limit(most).toArray()
  for (const { key, change } of recent) see(key, change.at)
  const newest = [...times].sort(([, a], [, b]) => b - a).slice(0, most)
  return (await Promise.all(newest.map(([key, at]) => lineOf(database, key, at)))).flat()
}
