import { useEventListener } from '@vueuse/core'
import { readonly, ref, type Ref } from 'vue'

/** Whether there is a desk’s width. Paper is narrow, but what is printed is the page as it was. */
export const useDesk = (): Readonly<Ref<boolean>> => {
  const wide = matchMedia('(min-width: 960px)')
  const isDesk = ref(wide.matches)
  useEventListener(wide, 'change', () => {
    if (!matchMedia('print').matches) isDesk.value = wide.matches
  })
  return readonly(isDesk)
}
