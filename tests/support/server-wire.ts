import * as v from 'valibot'
import type { Caller } from '../../server/acceptance/caller'
import { syncRequestSchema } from '../../src/protocol/sync-request'
import { WIRE_ERRORS, type WireErrorKind } from '../../src/protocol/wire-error'
import type { SyncWire, WireReply } from '../../src/sync/wire'
import type { WireServer } from './acceptance'

interface Failure {
  readonly failure?: { readonly kind: WireErrorKind }
}

/**
 * What the network does to a call: nothing, loses it on the way there, loses the answer, brings it
 * twice, or brings it once more later, before a call that was made after it.
 */
export type Weather = 'fine' | 'lost-before' | 'lost-after' | 'doubled' | 'stray'

const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

/** The real acceptance behind the phone's wire, in one process, with weather between. */
export const serverWire = (
  server: WireServer,
  caller: () => Caller,
  weather: () => Weather = () => 'fine',
): SyncWire => {
  const once = async (request: unknown): Promise<WireReply> => {
    const read = v.safeParse(syncRequestSchema, asJson(request))
    if (!read.success)
      return {
        reached: true,
        status: 400,
        body: { error: { kind: 'malformed', message: '' } },
        retryAfter: null,
      }
    try {
      const body = asJson(await server.accept(caller(), read.output))
      return { reached: true, status: 200, body, retryAfter: null }
    } catch (error) {
      const { failure } = error as Failure
      if (!failure) throw error
      const status = WIRE_ERRORS[failure.kind]
      return {
        reached: true,
        status,
        body: { error: { message: '', ...failure } },
        retryAfter: null,
      }
    }
  }
  let stray: unknown = null
  return {
    async post(request) {
      const today = weather()
      if (stray !== null) await once(stray)
      stray = today === 'stray' ? asJson(request) : null
      if (today === 'lost-before') return { reached: false }
      const reply = await once(request)
      if (today === 'doubled') return once(request)
      return today === 'lost-after' ? { reached: false } : reply
    },
  }
}
