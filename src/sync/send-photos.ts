import type { Instant } from '../domain/instant'
import type { PhoneDatabase } from '../storage/phone-database'
import type { PhotoItem } from '../storage/photo-item'
import { confirmPhoto, markBroken, nextPhoto } from '../storage/photo-repository'
import type { PhotoResult, PhotoWire } from './photo-wire'
import { hashOfHeld, isWhole, type HashOf } from './whole-bytes'

export type PhotosEnded =
  | { readonly ended: 'paused' }
  | { readonly ended: 'awaits-wifi' }
  | { readonly ended: 'done' | 'offline' | 'signed-out' | 'other-person' }
  | { readonly ended: 'trouble'; readonly retryAfter: number | null }

export interface PhotoParts {
  readonly database: PhoneDatabase
  readonly photos: PhotoWire
  readonly hashOf: HashOf
  readonly now: () => Instant
  /** [ST15] Asked before each photo; false while its person wants photos to wait. */
  readonly maySendPhotos: () => Promise<boolean>
}

/** What is remembered of the photos between pauses of one run. */
export interface PhotoMemory {
  readonly tried: Set<string>
  hasTrouble: boolean
}

export const freshPhotoMemory = (): PhotoMemory => ({ tried: new Set(), hasTrouble: false })

export interface PhotoRun {
  readonly memory: PhotoMemory
  readonly signal: AbortSignal
  /** Whether something more urgent waits; asked between photos, so that at least one goes up. */
  readonly mustPause: () => boolean
}

const isReadable = async ({ blob }: PhotoItem, { hashOf }: PhotoParts): Promise<boolean> =>
  (await hashOfHeld(blob, hashOf)) !== null

/** What cannot be read here breaks the sending of it, which looks like a network that is not there. */
const MAY_BE_OURS: readonly PhotoResult['is'][] = ['offline', 'trouble']

const trySend = async (
  parts: PhotoParts,
  photo: PhotoItem,
  signal: AbortSignal,
): Promise<PhotoResult> => {
  try {
    return await parts.photos.send(photo, signal)
  } catch {
    return { is: 'trouble' }
  }
}

/** Bytes that were spoilt on their way start again: once now, then later. Those spoilt here do not. */
const sendOne = async (
  parts: PhotoParts,
  photo: PhotoItem,
  signal: AbortSignal,
): Promise<PhotoResult> => {
  const result = await trySend(parts, photo, signal)
  if (MAY_BE_OURS.includes(result.is) && !(await isReadable(photo, parts)))
    return { is: 'wrong-bytes' }
  if (result.is !== 'wrong-bytes' || !(await isWhole(photo.blob, photo.sha256, parts.hashOf)))
    return result
  const again = await trySend(parts, photo, signal)
  return again.is === 'wrong-bytes' ? { is: 'trouble' } : again
}

/** [SY47] One after the other, oldest first; a photo whose bytes are spoilt asks to be taken again. */
export const sendPhotos = async (
  parts: PhotoParts,
  { memory, signal, mustPause }: PhotoRun,
): Promise<PhotosEnded> => {
  const { database, now } = parts
  for (;;) {
    const photo = await nextPhoto(database, memory.tried)
    if (!photo)
      return memory.hasTrouble ? { ended: 'trouble', retryAfter: null } : { ended: 'done' }
    if (!(await parts.maySendPhotos())) return { ended: 'awaits-wifi' }
    const { sha256 } = photo
    const result = await sendOne(parts, photo, signal)
    switch (result.is) {
      case 'confirmed':
        await confirmPhoto(database, sha256, now())
        break
      case 'wrong-bytes':
        await markBroken(database, sha256)
        break
      case 'trouble':
        memory.hasTrouble = true
        break
      case 'busy':
        return { ended: 'trouble', retryAfter: result.retryAfter }
      default:
        return { ended: result.is }
    }
    memory.tried.add(sha256)
    if (mustPause()) return { ended: 'paused' }
  }
}
