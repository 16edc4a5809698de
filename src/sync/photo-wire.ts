import type { UrlStorage } from 'tus-js-client'
import type { StaffId } from '../domain/id'
import type { PhotoItem } from '../storage/photo-item'

/** How sending one photo ended. */
export type PhotoResult = 'confirmed' | 'wrong-bytes' | 'offline' | 'signed-out' | 'trouble'

export interface PhotoWire {
  send(photo: PhotoItem, signal: AbortSignal): Promise<PhotoResult>
}

/** 已上传 for a photo means exactly this answered 200. */
const isThere = async (
  fetch: typeof globalThis.fetch,
  sha256: string,
  staff: StaffId,
  signal: AbortSignal,
): Promise<boolean | 'offline' | 'signed-out'> => {
  try {
    const address = `/api/v1/photos/${sha256}?staff=${staff}`
    const { status } = await fetch(address, { method: 'HEAD', signal })
    if (status === 401) return 'signed-out'
    return status === 200
  } catch {
    return 'offline'
  }
}

const statusOf = (error: unknown): number | null => {
  const response = (error as { originalResponse?: { getStatus(): number } | null }).originalResponse
  return response ? response.getStatus() : null
}

const resultOf = (error: unknown): PhotoResult => {
  const status = statusOf(error)
  if (status === null) return 'offline'
  if (status === 401) return 'signed-out'
  return status === 460 ? 'wrong-bytes' : 'trouble'
}

const upload = async (
  photo: PhotoItem,
  staff: StaffId,
  urlStorage: UrlStorage,
  signal: AbortSignal,
): Promise<PhotoResult> => {
  const { Upload } = await import('tus-js-client')
  return new Promise((resolve) => {
    const task = new Upload(photo.blob, {
      endpoint: `/api/v1/uploads?staff=${staff}`,
      chunkSize: 512 * 1024,
      retryDelays: null,
      metadata: { sha256: photo.sha256, filetype: photo.type },
      fingerprint: () => Promise.resolve(photo.sha256),
      urlStorage,
      removeFingerprintOnSuccess: true,
      onSuccess: () => resolve('confirmed'),
      onError: (error) => resolve(resultOf(error)),
    })
    signal.addEventListener('abort', () => {
      void task.abort()
      resolve('offline')
    })
    task
      .findPreviousUploads()
      .then(([previous]) => {
        if (previous) task.resumeFromPreviousUpload(previous)
        task.start()
      })
      .catch(() => resolve('trouble'))
  })
}

/** Photos over tus, asked for before and after: an upload that says it is done is not believed. */
export const tusPhotoWire = (
  fetch: typeof globalThis.fetch,
  staff: StaffId,
  urlStorage: UrlStorage,
): PhotoWire => ({
  async send(photo, signal) {
    const before = await isThere(fetch, photo.sha256, staff, signal)
    if (before === true) return 'confirmed'
    if (before !== false) return before
    const sent = await upload(photo, staff, urlStorage, signal)
    if (sent !== 'confirmed') return sent
    const after = await isThere(fetch, photo.sha256, staff, signal)
    if (after === true) return 'confirmed'
    return after === false ? 'trouble' : after
  },
})
