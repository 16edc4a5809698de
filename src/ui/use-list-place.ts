import { computed, ref, watch, type Ref } from 'vue'
import type { ListPlace } from './list-place'

/** Where a long list stood when it was left, and what it was narrowed to then. */
export interface Stood {
  readonly key: string
  readonly place: unknown
}

/** Kept for as long as `stood` is: the same list, come back to, stands where it stood. */
export const useListPlace = (key: () => string, stood: Ref<Stood | null>) => {
  /** Of the list on the screen; one going away still bears the old key when it says where it stood. */
  const drawn = ref(key())
  watch(key, (next) => (drawn.value = next), { flush: 'post' })
  return {
    place: computed(() => (stood.value?.key === key() ? stood.value.place : null) as ListPlace),
    keep: (place: ListPlace) => (stood.value = { key: drawn.value, place }),
  }
}
