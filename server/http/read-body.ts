import type { Context } from 'hono'
import * as v from 'valibot'
import { isStorable } from '../../src/protocol/storable'
import { LIMITS, PROTOCOL } from '../../src/protocol/version'
import { WireFailure } from './wire-failure'

const newerEnvelope = v.looseObject({ protocol: v.pipe(v.number(), v.gtValue(PROTOCOL)) })

const tooLarge = () => new WireFailure('too-large')

const readBytes = async (c: Context, limit: number): Promise<Uint8Array> => {
  if (Number(c.req.header('content-length') ?? 0) > limit) throw tooLarge()
  const parts: Uint8Array[] = []
  let length = 0
  const body = c.req.raw.body as AsyncIterable<Uint8Array> | null
  if (body)
    for await (const part of body) {
      length += part.byteLength
      // A length header may lie: the bytes themselves are counted.
      if (length > limit) throw tooLarge()
      parts.push(part)
    }
  return Buffer.concat(parts)
}

const parse = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new WireFailure('malformed')
  }
}

/** Where a body is wrong, never what it said: passwords are bodies too. */
const placesOf = (issues: readonly v.BaseIssue<unknown>[]): readonly string[] => [
  ...new Set(issues.map((issue) => v.getDotPath(issue) ?? '')),
]

const check = <Schema extends v.GenericSchema>(
  schema: Schema,
  body: unknown,
): v.InferOutput<Schema> => {
  const read = v.safeParse(schema, body)
  if (read.success) return read.output
  throw new WireFailure('malformed', { details: placesOf(read.issues).slice(0, 20) })
}

/** A JSON body of at most 64 KiB, checked; throws `too-large` or `malformed`. */
export const readBody = async <Schema extends v.GenericSchema>(
  c: Context,
  schema: Schema,
): Promise<v.InferOutput<Schema>> => {
  const body = check(schema, parse(await readBytes(c, 64 * 1024)))
  if (!isStorable(JSON.stringify(body))) throw new WireFailure('malformed')
  return body
}

/** A body that holds changes: only the envelope is looked at here, each change by acceptance. */
export const readEnvelope = async <Schema extends v.GenericSchema>(
  c: Context,
  schema: Schema,
): Promise<v.InferOutput<Schema>> => {
  const body = parse(await readBytes(c, LIMITS.bodyBytes))
  // A newer envelope may look like nothing we know: it is told so before it is read.
  if (v.is(newerEnvelope, body)) throw new WireFailure('protocol-unknown')
  return check(schema, body)
}
