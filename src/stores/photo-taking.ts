import {
  preparePhoto,
  redrawPhoto,
  type PhotoFailure,
  type PreparedPhoto,
} from '../device/photo/prepare-photo'
import type { Instant } from '../domain/instant'
import type { Photo } from '../domain/photo'
import type { PhotoMark } from '../domain/photo-mark'
import { failed, ok, type Result } from '../domain/result'
import type { StorageFailure } from '../storage/storage-failure'
import { useStamp, type PhotoOrigin } from './camera'
import type { KeptDraft, KeptPhoto } from './kept-draft'
import { usePhone } from './phone'
import { usePhotoSource } from './photo-source'

/** A key under `error` in the wording. */
export type PhotoTrouble = `photo.${PhotoFailure}` | `save.${StorageFailure['kind']}`

export interface DrawnOn {
  readonly original: PreparedPhoto
  readonly marks: readonly PhotoMark[]
}

/** Where photos lie until the record that names them is saved. */
export interface PhotoShelf extends Pick<KeptDraft, 'photo' | 'photoBlob' | 'failure' | 'save'> {
  readonly keepPhoto: (photo: KeptPhoto) => Promise<boolean>
}

export interface PhotoTaking {
  /** From shutter to disk: prepared, stamped, and kept before any answer names it. */
  readonly take: (
    file: Blob,
    from?: PhotoOrigin,
    at?: Instant,
  ) => Promise<Result<Photo, PhotoTrouble>>
  /** Its bytes, wherever they are; null when only the preview is here. */
  readonly bytesOf: (sha256: string) => Promise<Blob | null>
  /** The photo without marks, and the marks on it; null once it is no longer the draft's. */
  readonly originalOf: (sha256: string) => DrawnOn | null
  /** Another photo: the original with these marks, or with none the original itself. */
  readonly mark: (
    sha256: string,
    marks: readonly PhotoMark[],
  ) => Promise<Result<Photo, PhotoTrouble>>
  /**
   * [PH2] With the place as it is known now. Where that fails the photo stays as it is: its stamp says
   * less, and nothing untrue.
   */
  readonly restamp: (photo: Photo) => Promise<Photo>
  /** Writes down what the screen names now, without waiting for a pause. */
  readonly settle: () => Promise<unknown>
  readonly now: () => Instant
}

/** [PH4] Marks are drawn on the original every time: nothing is drawn over twice. */
export const usePhotoTaking = (draft: PhotoShelf, where: () => string): PhotoTaking => {
  const stampOf = useStamp()
  const source = usePhotoSource()
  const { now } = usePhone()

  const keep = async (
    prepared: Result<PreparedPhoto, PhotoFailure>,
    about: Omit<KeptPhoto, keyof PreparedPhoto>,
  ): Promise<Result<Photo, PhotoTrouble>> => {
    if (!prepared.ok) return failed<PhotoTrouble>(`photo.${prepared.error}`)
    if (await draft.keepPhoto({ ...prepared.value, ...about })) return ok(prepared.value.ref)
    return failed<PhotoTrouble>(`save.${draft.failure.value?.kind ?? 'storage-broken'}`)
  }
  const drawnOn = (sha256: string) => {
    const photo = draft.photo(sha256)
    const original = photo?.drawn ? draft.photo(photo.drawn.of) : photo
    return original ? { original, marks: photo?.drawn?.marks ?? [] } : null
  }
  const redraw = async (original: KeptPhoto, marks: readonly PhotoMark[], at: string) => {
    const { from = 'camera', ref } = original
    const prepared = await redrawPhoto(original, stampOf(at, from, ref.takenAt), marks)
    return keep(prepared, { where: at, from, drawn: { of: ref.sha256, marks } })
  }

  return {
    take: async (file, from = 'camera', at = now()) => {
      const place = where()
      const prepared = await preparePhoto(file, stampOf(place, from, at), at)
      return keep(prepared, { where: place, from })
    },
    bytesOf: async (sha256) => draft.photoBlob(sha256) ?? source(sha256),
    originalOf: drawnOn,
    mark: async (sha256, marks) => {
      const found = drawnOn(sha256)
      if (!found) return failed<PhotoTrouble>('photo.not-a-picture')
      const { original } = found
      return marks.length === 0
        ? ok(original.ref)
        : redraw(original, marks, original.where ?? where())
    },
    restamp: async (photo) => {
      const [found, place] = [drawnOn(photo.sha256), where()]
      const burnt = draft.photo(photo.sha256)?.where
      if (!found || burnt === undefined || burnt === place) return photo
      const anew = await redraw(found.original, found.marks, place)
      return anew.ok ? anew.value : photo
    },
    settle: draft.save,
    now,
  }
}
