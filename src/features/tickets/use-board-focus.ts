import { computed, nextTick, ref, type Ref } from 'vue'
import type { BoardLane } from '../../stores/ticket-board'

/** One card of the board is where the tab key comes to; arrows go from there. */
export const useBoardFocus = (
  lanes: Readonly<Ref<readonly BoardLane[]>>,
  place: Readonly<Ref<HTMLElement | null>>,
  selected: () => string,
) => {
  const chosen = ref<string | null>(null)
  const filled = computed(() => lanes.value.filter(({ cards }) => cards.length > 0))
  const find = (id: string | null) => {
    for (const [lane, { cards }] of filled.value.entries()) {
      const card = cards.findIndex((ticket) => ticket.id === id)
      if (card >= 0) return { lane, card }
    }
    return null
  }
  /** What moved away or is no longer here leaves the first in its place. */
  const at = computed<string | null>({
    get: () => {
      if (find(chosen.value)) return chosen.value
      if (find(selected())) return selected()
      return filled.value[0]?.cards[0]?.id ?? null
    },
    set: (id) => (chosen.value = id),
  })
  const focusOn = async (id: string | null = at.value) => {
    if (!id) return
    at.value = id
    await nextTick()
    place.value?.querySelector<HTMLElement>(`[data-card="${id}"] a`)?.focus()
  }
  const within = (value: number, length: number) => Math.max(0, Math.min(length - 1, value))
  const step = (byLanes: number, byCards: number) => {
    const here = find(at.value)
    if (!here) return
    const lane = filled.value[within(here.lane + byLanes, filled.value.length)]
    const card = lane?.cards[within(here.card + byCards, lane.cards.length)]
    void focusOn(card?.id ?? null)
  }
  return { at, step, focusOn }
}
