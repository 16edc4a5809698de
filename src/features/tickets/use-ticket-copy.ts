import { useEventListener } from '@vueuse/core'
import { shallowRef } from 'vue'
import { useI18n } from 'petite-vue-i18n'
import type { Ticket } from '../../domain/ticket/ticket'
import { useCopying } from '../../stores/copying'
import type { Toast } from '../../ui/toast'
import type { TicketColumn } from './ticket-column'
import { useTicketCells } from './use-ticket-cells'

const COPIED_STAYS = 4_000

/** Rows for other programs, as the columns show them; and the word that they were copied. */
export const useTicketCopy = (
  columns: () => readonly TicketColumn[],
  wanted: () => readonly Ticket[],
) => {
  const { t } = useI18n()
  const cells = useTicketCells()
  const { copyRows } = useCopying()
  const toasts = shallowRef<readonly Toast[]>([])

  const copy = async () => {
    const rows = wanted()
    if (rows.length === 0) return
    const isCopied = await copyRows(
      rows.map((row) => columns().map((column) => cells[column](row))),
    )
    const words = t(isCopied ? 'ticket.bulk.copied' : 'ticket.bulk.notCopied', { n: rows.length })
    toasts.value = [{ id: 'copied', words, stays: COPIED_STAYS }]
  }
  /** Words marked by hand are copied as ever; with none, the rows are. */
  useEventListener(document, 'copy', (event: ClipboardEvent) => {
    const { target } = event
    const isWriting = target instanceof Element && target.closest('input, textarea, [role=dialog]')
    if (isWriting || getSelection()?.isCollapsed === false) return
    event.preventDefault()
    void copy()
  })
  return { copy, toasts }
}
