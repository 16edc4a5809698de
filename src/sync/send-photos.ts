import type { Instant } from '../domain/instant'
import type { PhoneDatabase } from '../storage/phone-database'
import type { PhotoItem } from '../storage/photo-item'
import { confirmPhoto, markBroken, nextPhoto } from '../storage/photo-repository'
import type { PhotoResult, PhotoWire } from './photo-wire'

export type PhotosEnded = 'done' | 'offline' | 'signed-out' | 'trouble'

export interface PhotoParts {
  readonly database: PhoneDatabase
  readonly photos: PhotoWire
  readonly hashOf: (blob: Blob) => Promise<string>
  readonly now: () => Instant
}

const isWhole = async (photo: PhotoItem, { hashOf }: PhotoParts): Promise<boolean> => {
  try {
    return (await hashOf(photo.blob)) === photo.sha256
  } catch {
    // The browser lost the bytes behind the blob: the same to us as wrong bytes.
    return false
  }
}

/** [SY47] One after the other, oldest first; a photo whose bytes are spoilt asks to be taken again. */
export const sendPhotos = async (parts: PhotoParts, signal: AbortSignal): Promise<PhotosEnded> => {
  const { database, photos, now } = parts
  const tried = new Set<string>()
  let ended: PhotosEnded = 'done'
  for (;;) {
    const photo = await nextPhoto(database, tried)
    if (!photo) return ended
    const { sha256 } = photo
    tried.add(sha256)
    let result: PhotoResult = await photos.send(photo, signal)
    if (result === 'wrong-bytes' && (await isWhole(photo, parts)))
      result = await photos.send(photo, signal)
    if (result === 'confirmed') await confirmPhoto(database, sha256, now())
    else if (result === 'wrong-bytes') await markBroken(database, sha256)
    else if (result === 'trouble') ended = 'trouble'
    else return result
  }
}
