import type { Instant } from '../../domain/instant'
import type { Photo } from '../../domain/photo'
import type { PhotoMark } from '../../domain/photo-mark'
import { failed, ok, type Result } from '../../domain/result'
import { hashBlob } from '../hash'
import type { PhotoDone, PhotoFault, PhotoJob } from './photo-job'

export interface PreparedPhoto {
  readonly blob: Blob
  readonly ref: Photo
}

export type PhotoFailure = PhotoFault

const inWorker = (job: PhotoJob): Promise<PhotoDone> =>
  new Promise((resolve) => {
    const worker = new Worker(new URL('./photo.worker.ts', import.meta.url), { type: 'module' })
    const finish = (done: PhotoDone) => {
      worker.terminate()
      resolve(done)
    }
    worker.addEventListener('message', (event: MessageEvent<PhotoDone>) => finish(event.data))
    worker.addEventListener('messageerror', () => finish({ ok: false, why: 'no-memory' }))
    worker.addEventListener('error', () => finish({ ok: false, why: 'no-memory' }))
    worker.postMessage(job)
  })

const finished = async (
  done: PhotoDone,
  takenAt: Instant,
): Promise<Result<PreparedPhoto, PhotoFailure>> => {
  if (!done.ok) return failed(done.why)
  const { blob, width, height, preview, likeness } = done
  const sha256 = await hashBlob(blob)
  const ref = { sha256, width, height, bytes: blob.size, takenAt, preview, likeness }
  return ok({ blob, ref })
}

/** At most 1600 px, stamped, without EXIF, hashed, with a preview small enough for a record. */
export const preparePhoto = async (
  file: Blob,
  stamp: readonly string[],
  takenAt: Instant,
): Promise<Result<PreparedPhoto, PhotoFailure>> =>
  finished(await inWorker({ file, stamp, marks: null }), takenAt)

/**
 * Another photo, of the same instant and looks: the first with marks on it and its stamp written anew.
 * A drawing makes no new picture of an old one.
 */
export const redrawPhoto = async (
  { blob, ref }: PreparedPhoto,
  stamp: readonly string[],
  marks: readonly PhotoMark[],
): Promise<Result<PreparedPhoto, PhotoFailure>> => {
  const drawn = await finished(await inWorker({ file: blob, stamp, marks }), ref.takenAt)
  if (!drawn.ok || ref.likeness === undefined) return drawn
  return ok({ ...drawn.value, ref: { ...drawn.value.ref, likeness: ref.likeness } })
}
