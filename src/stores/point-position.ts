import { computed, onScopeDispose, ref, shallowRef } from 'vue'
import { findPosition, type FoundPosition, type PositionFailure } from '../device/position'
import type { Checkpoint } from '../domain/checkpoint'
import { SECOND } from '../domain/instant'
import { mayAct } from '../domain/permission'
import { meanOf, metresBetween, WITHIN } from '../domain/position'
import { act } from './act'
import { usePhone } from './phone'
import { useSaving } from './saving'

/** How many fixes make a measurement. */
export const FIXES = 5
/** Somebody stands still meanwhile: once there is one fix, the next is not waited for long. */
const NEXT_WAIT = 5 * SECOND

export const useMayLocate = () => {
  const { person } = usePhone()
  return computed(() => mayAct(person.roles, 'Checkpoint', 'locate'))
}

/** [CI6] Where a point is, measured by somebody who stands at it. */
export const usePointPosition = (at: () => Checkpoint | null) => {
  const phone = usePhone()
  const { failure, isBusy, saving } = useSaving()
  const fixes = shallowRef<readonly FoundPosition[]>([])
  const isMeasuring = ref(false)
  const trouble = ref<PositionFailure | null>(null)
  const isSaved = ref(false)
  let isGone = false
  onScopeDispose(() => (isGone = true))

  const found = computed(() => meanOf(fixes.value))
  const within = computed(() => at()?.position?.within ?? WITHIN)
  /** Metres from where it was said to be; null where it was nowhere. */
  const moved = computed(() => {
    const before = at()?.position
    return before && found.value ? metresBetween(before, found.value) : null
  })
  /** So far off that somebody who stands here might be told they do not. */
  const isRough = computed(() => (found.value?.accuracy ?? 0) > within.value)

  const stop = () => {
    isMeasuring.value = false
  }
  const measure = async (): Promise<void> => {
    if (isMeasuring.value) return
    isMeasuring.value = true
    fixes.value = []
    trouble.value = null
    isSaved.value = false
    while (fixes.value.length < FIXES && isMeasuring.value && !isGone) {
      const next = await findPosition(fixes.value.length > 0 ? NEXT_WAIT : undefined)
      if (typeof next === 'string') {
        // What was found so far is as good as it was.
        if (fixes.value.length === 0) trouble.value = next
        break
      }
      fixes.value = [...fixes.value, next]
    }
    stop()
  }
  const save = async (): Promise<void> => {
    const [point, spot] = [at(), found.value]
    if (!point || !spot || isMeasuring.value) return
    const deed = { ...spot, within: within.value, fixes: fixes.value.length }
    isSaved.value = await saving(() =>
      act(phone, [
        { kind: 'Checkpoint', record: point.id, act: { act: 'locate' as const, ...deed } },
      ]),
    )
    if (isSaved.value) fixes.value = []
  }

  return {
    ...{ fixes, found, within, moved, isRough, isMeasuring, trouble, isSaved, failure, isBusy },
    ...{ measure, stop, save },
    mayLocate: useMayLocate(),
  }
}
