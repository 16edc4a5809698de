import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { extract } from 'tar-stream'
import * as v from 'valibot'
import { CHECKSUMS, checksumsSchema, MANIFEST, manifestSchema, type Manifest } from './manifest'

export class DamagedBackup extends Error {
  constructor(why: string) {
    super(`This backup cannot be used: ${why}`)
  }
}

type Entry = Readable & { readonly header: { readonly name: string } }

/** Every entry in turn; the next comes when the work on one is done. */
export const eachEntry = async (
  path: string,
  work: (name: string, content: Readable) => Promise<void>,
): Promise<void> => {
  const entries = extract()
  const reading = pipeline(createReadStream(path), createGunzip(), entries)
  // The loop below hears of it too; without this a broken file would be reported twice.
  reading.catch(() => undefined)
  for await (const entry of entries as unknown as AsyncIterable<Entry>) {
    await work(entry.header.name, entry)
    entry.resume()
  }
  await reading
}

const whole = async (content: Readable): Promise<Buffer> => {
  const parts: Buffer[] = []
  for await (const part of content as AsyncIterable<Buffer>) parts.push(part)
  return Buffer.concat(parts)
}

const parsed = <Schema extends v.GenericSchema>(schema: Schema, bytes: Buffer, name: string) => {
  try {
    return v.parse(schema, JSON.parse(bytes.toString('utf8')))
  } catch {
    throw new DamagedBackup(`its ${name} says nothing we know.`)
  }
}

/** Reads the whole file before anything is touched: nothing cut off, nothing changed, all there. */
export const checkBackup = async (path: string): Promise<Manifest> => {
  const sums: Record<string, string> = {}
  let manifest: Manifest | null = null
  let told: Readonly<Record<string, string>> | null = null
  const look = async (name: string, content: Readable) => {
    if (name === MANIFEST || name === CHECKSUMS) {
      const bytes = await whole(content)
      if (name === CHECKSUMS) told = parsed(checksumsSchema, bytes, name)
      else manifest = parsed(manifestSchema, bytes, name)
      if (name === MANIFEST) sums[name] = createHash('sha256').update(bytes).digest('hex')
      return
    }
    const hash = createHash('sha256')
    for await (const part of content as AsyncIterable<Buffer>) hash.update(part)
    sums[name] = hash.digest('hex')
  }
  try {
    await eachEntry(path, look)
  } catch (error) {
    if (error instanceof DamagedBackup) throw error
    throw new DamagedBackup('it is cut off, or no backup of ours.')
  }
  if (manifest === null || told === null) throw new DamagedBackup('it is cut off.')
  const expected = Object.entries(told)
  const isWhole = expected.length === Object.keys(sums).length
  if (!isWhole || expected.some(([name, sum]) => sums[name] !== sum))
    throw new DamagedBackup('what is in it is not what was put in.')
  return manifest
}
