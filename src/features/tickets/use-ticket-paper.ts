import { useEventListener } from '@vueuse/core'
import { nextTick, ref } from 'vue'

/** What goes on paper: the list, unless the ticket beside it is asked for. */
export const useTicketPaper = () => {
  const paper = ref<'list' | 'ticket'>('list')
  useEventListener(window, 'afterprint', () => (paper.value = 'list'))
  const print = async (what: 'list' | 'ticket') => {
    paper.value = what
    await nextTick()
    window.print()
  }
  return { paper, print }
}
