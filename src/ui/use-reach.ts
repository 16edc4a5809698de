import { useIntersectionObserver } from '@vueuse/core'
import { computed, onUnmounted, type ComputedRef, type Ref } from 'vue'
import { onBeforeRouteLeave } from 'vue-router'

/**
 * How many lines of a long page are drawn: `stride` at first, and more whenever `end`, made anew with
 * every step, comes near. Coming back from a page of work the page stands where it stood; from another
 * tab it begins anew.
 */
export const useReach = (
  held: Ref<number>,
  stride: number,
  end: Readonly<Ref<HTMLElement | null>>,
): ComputedRef<number> => {
  const reach = computed(() => Math.max(held.value, stride))
  useIntersectionObserver(
    end,
    ([seen]) => {
      if (seen?.isIntersecting) held.value = reach.value + stride
    },
    { rootMargin: '0px 0px 600px 0px' },
  )
  let beginsAnew = false
  onBeforeRouteLeave((to) => {
    beginsAnew = to.meta['hidesTabs'] !== true
  })
  onUnmounted(() => {
    if (beginsAnew) held.value = 0
  })
  return reach
}
