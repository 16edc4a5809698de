import type { PhotoFailure } from '../device/photo/prepare-photo'
import type { Photo } from '../domain/photo'
import { failed, ok, type Result } from '../domain/result'
import type { StorageFailure } from '../storage/storage-failure'
import { useCamera } from './camera'
import type { KeptDraft } from './kept-draft'
import { usePhotoSource } from './photo-source'

/** A key under `error` in the wording. */
export type PhotoTrouble = `photo.${PhotoFailure}` | `save.${StorageFailure['kind']}`

export interface PhotoTaking {
  /** From shutter to disk: prepared, stamped, and kept before any answer names it. */
  readonly take: (file: Blob) => Promise<Result<Photo, PhotoTrouble>>
  /** Its bytes, wherever they are; null when only the preview is here. */
  readonly bytesOf: (sha256: string) => Promise<Blob | null>
}

export const usePhotoTaking = (draft: KeptDraft, where: () => string): PhotoTaking => {
  const camera = useCamera()
  const source = usePhotoSource()
  return {
    take: async (file) => {
      const photo = await camera.prepare(file, where())
      if (!photo.ok) return failed<PhotoTrouble>(`photo.${photo.error}`)
      if (await draft.keepPhoto(photo.value)) return ok(photo.value.ref)
      return failed<PhotoTrouble>(`save.${draft.failure.value?.kind ?? 'storage-broken'}`)
    },
    bytesOf: async (sha256) => draft.photoBlob(sha256) ?? source(sha256),
  }
}
