import { onScopeDispose, ref } from 'vue'
import * as v from 'valibot'
import { SECOND } from '../domain/instant'
import { usePhone } from './phone'

const presenceSchema = v.object({
  devices: v.array(
    v.object({
      device: v.string(),
      staff: v.string(),
      heardAt: v.number(),
      waiting: v.object({
        changes: v.number(),
        photos: v.number(),
        oldestAt: v.nullable(v.number()),
      }),
    }),
  ),
})

export type DevicePresence = v.InferOutput<typeof presenceSchema>['devices'][number]

/** Who was last heard from and what they still hold; about other people’s machines, so online only. */
export const usePresence = () => {
  const { person } = usePhone()
  const devices = ref<readonly DevicePresence[]>([])
  const isKnown = ref(false)
  const ask = async () => {
    try {
      const response = await fetch(`/api/v1/presence?staff=${person.staff}`)
      const read = v.safeParse(presenceSchema, response.ok ? await response.json() : null)
      if (read.success) devices.value = read.output.devices
      isKnown.value = read.success
    } catch {
      isKnown.value = false
    }
  }
  void ask()
  const timer = setInterval(() => void ask(), 15 * SECOND)
  onScopeDispose(() => clearInterval(timer))
  return { devices, isKnown }
}
