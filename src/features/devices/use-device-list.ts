import { computed, ref, type ComputedRef } from 'vue'
import { DAY } from '../../domain/instant'
import type { Device } from '../../stores/devices'
import { usePhone } from '../../stores/phone'
import type { DeviceWords } from './use-device-words'

export const DEVICE_FILTERS = ['all', 'waits', 'silent', 'revoked'] as const
export type DeviceFilter = (typeof DEVICE_FILTERS)[number]

const SILENT = 3 * DAY
/** More than anybody reads through; the others are found by name. */
const SHOWN = 100

/** [DV1] Those of a filter whose words hold what is searched for. */
export const useDeviceList = (
  devices: ComputedRef<readonly Device[] | null>,
  words: DeviceWords,
) => {
  const { tick } = usePhone()
  const filter = ref<DeviceFilter>('all')
  const searched = ref('')

  const belongs: Readonly<Record<DeviceFilter, (device: Device) => boolean>> = {
    all: () => true,
    waits: ({ waiting }) => waiting.changes + waiting.photos > 0,
    silent: ({ heardAt, revokedAt }) => revokedAt === null && tick.value - heardAt > SILENT,
    revoked: ({ revokedAt }) => revokedAt !== null,
  }
  const found = computed(() => {
    const wanted = searched.value.trim().toLowerCase()
    const text = (device: Device) =>
      [words.person(device), words.machine(device), words.version(device)].join(' ').toLowerCase()
    return (devices.value ?? []).filter((device) => text(device).includes(wanted))
  })
  const chosen = computed(() => found.value.filter(belongs[filter.value]))
  return {
    ...{ filter, searched },
    shown: computed(() => chosen.value.slice(0, SHOWN)),
    isCut: computed(() => chosen.value.length > SHOWN),
    most: SHOWN,
    countOf: (each: DeviceFilter) => found.value.filter(belongs[each]).length,
  }
}
