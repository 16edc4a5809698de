import type { UrlStorage } from 'tus-js-client'
import * as v from 'valibot'
import type { StaffId } from '../domain/id'
import { MINUTE } from '../domain/instant'
import type { PhotoItem } from '../storage/photo-item'
import { limitOf, type After } from './limit'
import { isBusy, retryAfterOf } from './retry-after'

/** How sending one photo ended. */
export type PhotoResult =
  | { readonly is: 'confirmed' | 'wrong-bytes' | 'offline' | 'signed-out' | 'other-person' }
  | { readonly is: 'trouble' }
  /** Nothing more is to be sent now, this one or another. */
  | { readonly is: 'busy'; readonly retryAfter: number | null }

export interface PhotoWire {
  send(photo: PhotoItem, signal: AbortSignal): Promise<PhotoResult>
}

export interface PhotoWireParts {
  readonly fetch: typeof globalThis.fetch
  readonly staff: StaffId
  readonly urlStorage: UrlStorage
  readonly after: After
}

/** A part of half a mebibyte that moves nothing for so long is not going to. */
const STALLED = MINUTE
const CHUNK = 512 * 1024

const refusalOf = (status: number, said: string | null | undefined): PhotoResult => {
  if (status === 401) return { is: 'signed-out' }
  if (status === 460) return { is: 'wrong-bytes' }
  return isBusy(status) ? { is: 'busy', retryAfter: retryAfterOf(said) } : { is: 'trouble' }
}

/** 已上传 for a photo means exactly this answered 200. */
const isThere = async (
  { fetch, staff, after }: PhotoWireParts,
  sha256: string,
  signal: AbortSignal,
): Promise<PhotoResult | 'missing'> => {
  const limit = limitOf(after, signal, STALLED)
  try {
    const address = `/api/v1/photos/${sha256}?staff=${staff}`
    const { status, headers } = await fetch(address, { method: 'HEAD', signal: limit.signal })
    if (status === 200) return { is: 'confirmed' }
    if (status === 404) return 'missing'
    return status === 409 ? { is: 'other-person' } : refusalOf(status, headers.get('Retry-After'))
  } catch {
    return { is: 'offline' }
  } finally {
    limit.end()
  }
}

const otherPersonSchema = v.object({ error: v.object({ kind: v.literal('other-person') }) })

interface Answered {
  readonly originalResponse?: {
    getStatus(): number
    getBody(): string
    getHeader(name: string): string | undefined
  } | null
}

/** tus says 409 of a part that does not fit, too: only the kind in the answer tells the two apart. */
const isOtherPerson = (body: string): boolean => {
  try {
    return v.is(otherPersonSchema, JSON.parse(body))
  } catch {
    // A gateway's page in place of JSON.
    return false
  }
}

/** How an upload that tus gave up ended. */
export const failureOf = (error: unknown): PhotoResult => {
  const response = (error as Answered).originalResponse
  if (!response) return { is: 'offline' }
  if (response.getStatus() === 409 && isOtherPerson(response.getBody()))
    return { is: 'other-person' }
  return refusalOf(response.getStatus(), response.getHeader('Retry-After'))
}

const upload = async (
  { staff, urlStorage, after }: PhotoWireParts,
  photo: PhotoItem,
  signal: AbortSignal,
): Promise<PhotoResult> => {
  const { Upload } = await import('tus-js-client')
  const limit = limitOf(after, signal, STALLED)
  const sent = new Promise<PhotoResult>((resolve) => {
    const task = new Upload(photo.blob, {
      endpoint: `/api/v1/uploads?staff=${staff}`,
      chunkSize: CHUNK,
      retryDelays: null,
      metadata: { sha256: photo.sha256, filetype: photo.type },
      fingerprint: () => Promise.resolve(photo.sha256),
      urlStorage,
      removeFingerprintOnSuccess: true,
      onProgress: limit.goOn,
      onSuccess: () => resolve({ is: 'confirmed' }),
      onError: (error) => resolve(failureOf(error)),
    })
    limit.signal.addEventListener('abort', () => {
      void task.abort()
      resolve({ is: 'offline' })
    })
    task
      .findPreviousUploads()
      .then(([previous]) => {
        if (previous) task.resumeFromPreviousUpload(previous)
        task.start()
      })
      .catch(() => resolve({ is: 'trouble' }))
  })
  return sent.finally(limit.end)
}

/** Photos over tus, asked for before and after: an upload that says it is done is not believed. */
export const tusPhotoWire = (parts: PhotoWireParts): PhotoWire => ({
  async send(photo, signal) {
    const before = await isThere(parts, photo.sha256, signal)
    if (before !== 'missing') return before
    const sent = await upload(parts, photo, signal)
    if (sent.is !== 'confirmed') return sent
    const after = await isThere(parts, photo.sha256, signal)
    return after === 'missing' ? { is: 'trouble' } : after
  },
})
