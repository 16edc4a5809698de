import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { dayShapeOf, type DayShape } from '../domain/today/section'
import { useHints } from './hint'
import { usePhone } from './phone'

/** What the tour points at; each is a real mark on the screen. */
export type TourMark = 'list' | 'tickets' | 'rounds' | 'patrol' | 'snap' | 'upload' | 'me'

const STEPS: Readonly<Record<DayShape, readonly TourMark[]>> = {
  list: ['list', 'patrol', 'snap', 'upload', 'me'],
  tickets: ['tickets', 'patrol', 'snap', 'upload', 'me'],
  rounds: ['rounds', 'snap', 'upload', 'me'],
}

/** What the desk has not: the camera button, and the day as one list or as the next round. */
const IN_HAND: readonly TourMark[] = ['list', 'rounds', 'snap']

/** [TD9] The first day's few words: beside the work, never over it. */
export const useTour = defineStore('tour', () => {
  const { person } = usePhone()
  const hints = useHints()
  /** Told by whoever draws the screen. */
  const isDesk = ref(false)
  const index = ref(0)
  const isOpen = computed(() => hints.isNew('tour'))
  const steps = computed(() =>
    STEPS[dayShapeOf(person.roles)].filter((mark) => !isDesk.value || !IN_HAND.includes(mark)),
  )
  const step = computed(() => steps.value[Math.min(index.value, steps.value.length - 1)] ?? 'list')
  const isLast = computed(() => index.value >= steps.value.length - 1)
  const end = () => hints.done('tour')
  return {
    ...{ isDesk, isOpen, steps, index, step, isLast, end },
    /** What stands out on the screen now; null while nobody is being shown around. */
    mark: computed(() => (isOpen.value ? step.value : null)),
    next: async () => {
      if (isLast.value) await end()
      else index.value += 1
    },
    again: async () => {
      index.value = 0
      await hints.showAgain('tour')
    },
  }
})
