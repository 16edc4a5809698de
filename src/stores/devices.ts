import { computed, onScopeDispose, ref, shallowRef } from 'vue'
import * as v from 'valibot'
import { SECOND } from '../domain/instant'
import { readMeta } from '../storage/meta'
import { useLive } from './live'
import { usePhone } from './phone'

const deviceSchema = v.object({
  device: v.string(),
  staff: v.string(),
  heardAt: v.number(),
  registeredAt: v.number(),
  waiting: v.object({ changes: v.number(), photos: v.number(), oldestAt: v.nullable(v.number()) }),
  app: v.string(),
  schema: v.number(),
  name: v.string(),
  isSignedIn: v.boolean(),
  revokedAt: v.nullable(v.number()),
})
const answerSchema = v.object({ devices: v.array(deviceSchema) })

/** One phone or computer of the company, as the server last heard it. */
export type Device = Readonly<v.InferOutput<typeof deviceSchema>>

/** Why the list is not here: not reached, not for this person, or the server could not answer. */
export type DevicesTrouble = 'offline' | 'forbidden' | 'unavailable'

const EVERY = 20 * SECOND
const FORBIDDEN = 403

/** [DV1] About other people’s machines, so online only; asked for while somebody looks. */
export const useDevices = () => {
  const { person, database } = usePhone()
  const devices = shallowRef<readonly Device[] | null>(null)
  const trouble = ref<DevicesTrouble | null>(null)
  const own = useLive<string | null>(
    () => async () => (await readMeta(database, 'device')) ?? null,
    null,
  )

  const call = async (path: string, method: string): Promise<Response | null> => {
    try {
      return await fetch(`/api/v1/devices${path}?staff=${person.staff}`, { method })
    } catch {
      // No network: said on the page.
      return null
    }
  }
  const troubleOf = (response: Response | null): DevicesTrouble => {
    if (!response) return 'offline'
    return response.status === FORBIDDEN ? 'forbidden' : 'unavailable'
  }
  const ask = async () => {
    const response = await call('', 'GET')
    const read = v.safeParse(answerSchema, response?.ok ? await response.json() : null)
    if (read.success) devices.value = read.output.devices
    trouble.value = read.success ? null : troubleOf(response)
  }
  /** Answers whether the server took it. */
  const setRevoked = async (device: string, isRevoked: boolean): Promise<boolean> => {
    const response = await call(`/${device}/${isRevoked ? 'revoke' : 'reinstate'}`, 'POST')
    await ask()
    return response?.ok === true
  }

  void ask()
  const timer = setInterval(() => void ask(), EVERY)
  onScopeDispose(() => clearInterval(timer))
  return {
    ...{ trouble, own, ask, setRevoked },
    /** Those heard last first; null until they were told once. */
    devices: computed(
      () => devices.value && [...devices.value].sort((a, b) => b.heardAt - a.heardAt),
    ),
  }
}
