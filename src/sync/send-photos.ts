import type { PhoneDatabase } from '../storage/phone-database'
import type { PhotoItem } from '../storage/photo-item'
import { markPhoto, nextPhoto } from '../storage/photo-repository'
import type { PhotoResult, PhotoWire } from './photo-wire'

export type PhotosEnded = 'done' | 'offline' | 'signed-out' | 'trouble'

const isWhole = async (
  photo: PhotoItem,
  hashOf: (blob: Blob) => Promise<string>,
): Promise<boolean> => {
  try {
    return (await hashOf(photo.blob)) === photo.sha256
  } catch {
    // The browser lost the bytes behind the blob: the same to us as wrong bytes.
    return false
  }
}

/** [SY47] One after the other, oldest first; a photo whose bytes are spoilt asks to be taken again. */
export const sendPhotos = async (
  database: PhoneDatabase,
  wire: PhotoWire,
  hashOf: (blob: Blob) => Promise<string>,
  signal: AbortSignal,
): Promise<PhotosEnded> => {
  const tried = new Set<string>()
  let ended: PhotosEnded = 'done'
  for (;;) {
    const photo = await nextPhoto(database, tried)
    if (!photo) return ended
    tried.add(photo.sha256)
    let result: PhotoResult = await wire.send(photo, signal)
    if (result === 'wrong-bytes' && (await isWhole(photo, hashOf)))
      result = await wire.send(photo, signal)
    if (result === 'confirmed') await markPhoto(database, photo.sha256, 'confirmed')
    else if (result === 'wrong-bytes') await markPhoto(database, photo.sha256, 'broken')
    else if (result === 'trouble') ended = 'trouble'
    else return result
  }
}
