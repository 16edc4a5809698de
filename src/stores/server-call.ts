import * as v from 'valibot'
import { failed, ok, type Result } from '../domain/result'
import { wireErrorSchema } from '../protocol/wire-error'
import { usePhone } from './phone'

/** Why the server did not do it: not reached, or in the words of its own answer. */
export type ServerFailure =
  'offline' | 'forbidden' | 'signed-out' | 'not-found' | 'malformed' | 'unavailable'

const KNOWN = ['forbidden', 'signed-out', 'not-found', 'malformed'] as const

const failureOf = (body: unknown): ServerFailure => {
  const read = v.safeParse(wireErrorSchema, body)
  const kind = read.success ? read.output.error.kind : ''
  return KNOWN.find((each) => each === kind) ?? 'unavailable'
}

const bodyOf = async (response: Response): Promise<unknown> => {
  try {
    return response.status === 204 ? null : await response.json()
  } catch {
    // An answer that is no JSON is none of ours.
    return undefined
  }
}

interface Asked<Schema extends v.GenericSchema> {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  readonly body?: unknown
  /** What its answer looks like. */
  readonly answer: Schema
}

/** [LK7] What only the server can do, asked in this person's name: another's session answers nothing. */
export const useServerCall = () => {
  const { person } = usePhone()
  return async <Schema extends v.GenericSchema>(
    path: string,
    { method = 'GET', body, answer }: Asked<Schema>,
  ): Promise<Result<v.InferOutput<Schema>, ServerFailure>> => {
    try {
      const joint = path.includes('?') ? '&' : '?'
      const response = await fetch(`/api/v1${path}${joint}staff=${person.staff}`, {
        method,
        ...(body === undefined
          ? {}
          : {
              headers: { 'Content-Type': 'application/json' },
              body: JSON.stringify(body),
            }),
      })
      const said = await bodyOf(response)
      if (!response.ok) return failed(failureOf(said))
      const read = v.safeParse(answer, said)
      return read.success ? ok(read.output) : failed('unavailable')
    } catch {
      return failed('offline')
    }
  }
}

export type ServerCall = ReturnType<typeof useServerCall>
