import { computed, shallowRef } from 'vue'
import { changeFilters, savedFilters } from '../storage/saved-filter'
import type { SavedFilter } from '../storage/saved-filter-item'
import { useLive } from './live'
import { usePhone } from './phone'
import { isSameLook, useTicketLook } from './ticket-look'

export const MOST_FILTERS = 30

/** [DK6] Ways of looking at tickets under names of one's own: this person's, on this device. */
export const useSavedFilters = () => {
  const { database, newId } = usePhone()
  const { look, show } = useTicketLook()
  const filters = useLive<readonly SavedFilter[]>(() => () => savedFilters(database), [])
  /** What was just taken out, and where it stood, for as long as it can be put back. */
  const removed = shallowRef<{ readonly filter: SavedFilter; readonly at: number } | null>(null)
  const shown = computed(() => filters.value.find((each) => isSameLook(each, look.value)) ?? null)

  const faultOf = (name: string, id: string | null): 'missing' | 'taken' | 'many' | null => {
    const said = name.trim()
    if (!said) return 'missing'
    if (filters.value.some((each) => each.name === said && each.id !== id)) return 'taken'
    return id === null && filters.value.length >= MOST_FILTERS ? 'many' : null
  }
  const save = (name: string): Promise<void> => {
    const { words, order, ...rest } = look.value
    const filter = { id: newId(), name: name.trim(), ...rest, words, order: order && { ...order } }
    return changeFilters(database, (held) => [...held, filter])
  }
  const rename = (id: string, name: string): Promise<void> =>
    changeFilters(database, (held) =>
      held.map((each) => (each.id === id ? { ...each, name: name.trim() } : each)),
    )
  const remove = async (wanted: string): Promise<void> => {
    const at = filters.value.findIndex(({ id }) => id === wanted)
    const filter = filters.value[at]
    if (!filter) return
    await changeFilters(database, (held) => held.filter(({ id }) => id !== wanted))
    removed.value = { filter, at }
  }
  const putBack = async (): Promise<void> => {
    if (!removed.value) return
    const { filter, at } = removed.value
    removed.value = null
    await changeFilters(database, (held) => held.toSpliced(at, 0, filter))
  }
  return { filters, shown, removed, faultOf, show, save, rename, remove, putBack }
}
