import type { PhotoFailure } from '../device/photo/prepare-photo'
import type { Instant } from '../domain/instant'
import type { Photo } from '../domain/photo'
import { failed, ok, type Result } from '../domain/result'
import type { StorageFailure } from '../storage/storage-failure'
import { useCamera, type PhotoOrigin } from './camera'
import type { KeptDraft } from './kept-draft'
import { usePhone } from './phone'
import { usePhotoSource } from './photo-source'

/** A key under `error` in the wording. */
export type PhotoTrouble = `photo.${PhotoFailure}` | `save.${StorageFailure['kind']}`

export interface PhotoTaking {
  /** From shutter to disk: prepared, stamped, and kept before any answer names it. */
  readonly take: (
    file: Blob,
    from?: PhotoOrigin,
    at?: Instant,
  ) => Promise<Result<Photo, PhotoTrouble>>
  /** Its bytes, wherever they are; null when only the preview is here. */
  readonly bytesOf: (sha256: string) => Promise<Blob | null>
  /** Writes down what the screen names now, without waiting for a pause. */
  readonly settle: () => Promise<unknown>
  readonly now: () => Instant
}

export const usePhotoTaking = (draft: KeptDraft, where: () => string): PhotoTaking => {
  const camera = useCamera()
  const source = usePhotoSource()
  const { now } = usePhone()
  return {
    take: async (file, from, at) => {
      const photo = await camera.prepare(file, where(), from, at)
      if (!photo.ok) return failed<PhotoTrouble>(`photo.${photo.error}`)
      if (await draft.keepPhoto(photo.value)) return ok(photo.value.ref)
      return failed<PhotoTrouble>(`save.${draft.failure.value?.kind ?? 'storage-broken'}`)
    },
    bytesOf: async (sha256) => draft.photoBlob(sha256) ?? source(sha256),
    settle: draft.save,
    now,
  }
}
