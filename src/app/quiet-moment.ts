import { useEventListener } from '@vueuse/core'
import { computed, ref, type ComputedRef, type Ref } from 'vue'
import { useRoute } from 'vue-router'
import { SECOND } from '../domain/instant'
import { useBusy } from '../stores/busy'
import { usePhone } from '../stores/phone'
import type { SyncState } from '../sync/sync-state'

/** Long enough to have looked up from the screen. */
const STILL = 3 * SECOND

/** [TD12] No form, no recording, no call to the server, no page of work, and nobody typed or touched just now. */
export const useQuietMoment = (sync: Readonly<Ref<SyncState>>): ComputedRef<boolean> => {
  const route = useRoute()
  const busy = useBusy()
  const { now, tick } = usePhone()
  const touchedAt = ref(now())
  const touched = () => (touchedAt.value = now())
  useEventListener(document, ['pointerdown', 'keydown'], touched, { capture: true, passive: true })
  return computed(
    () =>
      !busy.isBusy &&
      sync.value.is !== 'running' &&
      route.meta['hidesTabs'] !== true &&
      tick.value - touchedAt.value >= STILL,
  )
}
