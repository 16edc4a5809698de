import type { Attachment } from '../domain/attachment'
import type { Instant } from '../domain/instant'
import type { KindName } from '../domain/kind-table'
import { anyKind } from '../protocol/apply-change'
import type { PhoneDatabase } from './phone-database'
import type { PhotoState } from './photo-item'
import { readKey } from './record-key'

/** A photo or sound that the server has not got, and the record that names it. */
export interface PhotoLine {
  readonly sha256: string
  readonly kind: KindName | null
  readonly id: string | null
  readonly isSound: boolean
  /** A small copy that travels in the record. */
  readonly preview: string | null
  readonly bytes: number
  readonly takenAt: Instant
  readonly state: Exclude<PhotoState, 'confirmed'>
}

interface Named {
  readonly kind: KindName
  readonly id: string
  readonly preview: string | null
}

const previewOf = (ref: Attachment): string | null =>
  'preview' in ref && typeof ref.preview === 'string' ? ref.preview : null

/** By their hashes, what the records say that have something on its way, or lately had. */
const namers = async (database: PhoneDatabase): Promise<ReadonlyMap<string, Named>> => {
  const keys = [
    ...(await database.outbox.orderBy('key').uniqueKeys()),
    ...(await database.journal.orderBy('key').uniqueKeys()),
  ]
  const found = new Map<string, Named>()
  for (const key of new Set(keys.map(String))) {
    const named = readKey(key)
    const held = named && (await database.held(named.kind).get(named.id))
    if (!named || !held) continue
    for (const ref of anyKind(named.kind).photosOf(held.record))
      found.set(ref.sha256, { ...named, preview: previewOf(ref) })
  }
  return found
}

/** Of every photo that is not up: where it belongs, what it weighs. Oldest first, as they go. */
export const photoLines = async (database: PhoneDatabase): Promise<readonly PhotoLine[]> => {
  const here = await database.photos.where('state').anyOf('waiting', 'broken').sortBy('takenAt')
  if (here.length === 0) return []
  const named = await namers(database)
  return here.flatMap(({ sha256, bytes, takenAt, state, type }) => {
    if (state === 'confirmed') return []
    const { kind = null, id = null, preview = null } = named.get(sha256) ?? {}
    const isSound = type.startsWith('audio/')
    return [{ sha256, kind, id, preview, isSound, bytes, takenAt, state }]
  })
}
