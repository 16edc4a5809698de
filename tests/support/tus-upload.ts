import { createHash } from 'node:crypto'
import { expect } from 'vitest'
import type { HttpClient, Reply } from './http-client'

export const sha256Of = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex')

let made = 0

/** Bytes that begin like a WebP picture; never the same twice. */
export const webpBytes = (length = 4_000): Uint8Array => {
  const bytes = Buffer.alloc(length, (made += 1))
  bytes.write('RIFF', 0)
  bytes.writeUInt32LE(made, 4)
  bytes.write('WEBP', 8)
  return bytes
}

/** Bytes that begin like a sound from Chrome or, with a size first, from an iPhone. */
export const audioBytes = (type: 'audio/webm' | 'audio/mp4', length = 4_000): Uint8Array => {
  const bytes = Buffer.alloc(length, (made += 1))
  if (type === 'audio/webm') bytes.writeUInt32BE(0x1a45dfa3, 0)
  else bytes.write('ftyp', 4)
  bytes.writeUInt32LE(made, 8)
  return bytes
}

const TUS = { 'tus-resumable': '1.0.0' }

const encoded = (metadata: Readonly<Record<string, string>>) =>
  Object.entries(metadata)
    .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
    .join(',')

/** tus by hand, call by call, so that a test can stop anywhere. */
export const createUpload = (
  client: HttpClient,
  length: number,
  metadata: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Reply> =>
  client.call('POST', `/api/v1/uploads?staff=${client.staff}`, {
    headers: {
      ...{ ...TUS, 'upload-length': String(length), 'upload-metadata': encoded(metadata) },
      ...headers,
    },
  })

const bytesFrom = (offset: number) => ({
  ...{ ...TUS, 'content-type': 'application/offset+octet-stream' },
  'upload-offset': String(offset),
})

export const sendBytes = (client: HttpClient, path: string, offset: number, bytes: Uint8Array) =>
  client.call('PATCH', path, { headers: bytesFrom(offset), body: Uint8Array.from(bytes) })

const AT_ONCE = 100_000

/** The line breaks after so many bytes: fails as a fetch that was cut. */
export const sendCut = (client: HttpClient, path: string, bytes: Uint8Array, after: number) => {
  const stop = new AbortController()
  let sent = 0
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent >= after) stop.abort()
      else controller.enqueue(Uint8Array.from(bytes.subarray(sent, (sent += AT_ONCE))))
    },
  })
  const cut = { headers: bytesFrom(0), body, duplex: 'half', signal: stop.signal } as RequestInit
  return client.raw('PATCH', path, cut)
}

/**
 * From where the server is, to the end; answers the last status. The last bytes of a call that was cut
 * may still be on their way to disk: 409 says to ask once more.
 */
export const sendRest = async (
  client: HttpClient,
  path: string,
  bytes: Uint8Array,
): Promise<number> => {
  for (;;) {
    const offset = Number((await offsetOf(client, path)).headers.get('upload-offset'))
    expect(offset).toBeLessThan(bytes.length)
    const { status } = await sendBytes(client, path, offset, bytes.subarray(offset))
    if (status !== 409) return status
  }
}

export const offsetOf = (client: HttpClient, path: string) =>
  client.call('HEAD', path, { headers: TUS })

export const endUpload = (client: HttpClient, path: string) =>
  client.call('DELETE', path, { headers: TUS })

/** The whole of it; answers the last reply. */
export const upload = async (
  client: HttpClient,
  bytes: Uint8Array,
  over: Readonly<Record<string, string>> = {},
): Promise<Reply> => {
  const metadata = { sha256: sha256Of(bytes), filetype: 'image/webp', ...over }
  const created = await createUpload(client, bytes.length, metadata)
  if (created.status !== 201) return created
  return sendBytes(client, created.headers.get('location') ?? '', 0, bytes)
}
