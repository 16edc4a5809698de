import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'

/** So many bytes tell what type a file is of. */
const HEAD = 16

/** SHA-256 of all bytes, in hex, and the first of them, by which the type is known. */
export const readMark = async (content: Readable) => {
  const hash = createHash('sha256')
  let head = Buffer.alloc(0)
  for await (const part of content as AsyncIterable<Buffer>) {
    hash.update(part)
    if (head.length < HEAD) head = Buffer.concat([head, part.subarray(0, HEAD - head.length)])
  }
  return { sha256: hash.digest('hex'), head }
}
