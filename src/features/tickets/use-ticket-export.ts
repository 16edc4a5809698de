import { useI18n } from 'petite-vue-i18n'
import { lastToldAt } from '../../domain/ticket/clock'
import { hasSomeoneToTell } from '../../domain/ticket/closing'
import { clockOf, isClockRunning } from '../../domain/ticket/question'
import type { Ticket } from '../../domain/ticket/ticket'
import { localDay } from '../../domain/time-zone'
import type { WorkbookCell } from '../../domain/workbook'
import { useEstate } from '../../stores/estate'
import { usePhone } from '../../stores/phone'
import { useTicketWorkbook } from '../../stores/ticket-workbook'
import type { TicketColumn } from './ticket-column'
import { useTicketCells } from './use-ticket-cells'

const WIDTHS: Readonly<Partial<Record<TicketColumn, number>>> = { title: 36, place: 24, people: 20 }
const USUAL_WIDTH = 16

/** [DK8] What the table shows, as a workbook: its columns, and times as times. */
export const useTicketExport = (columns: () => readonly TicketColumn[]) => {
  const { t } = useI18n()
  const { now } = usePhone()
  const estate = useEstate()
  const cells = useTicketCells()
  const { exportList, ...rest } = useTicketWorkbook()

  const told = (ticket: Ticket): WorkbookCell => {
    const at = hasSomeoneToTell(ticket) ? lastToldAt(ticket) : null
    return at === null ? cells.told(ticket) : { at }
  }
  const due = (ticket: Ticket): WorkbookCell => {
    if (ticket.status === 'closed') return { at: ticket.closedAt }
    return isClockRunning(ticket) ? { at: clockOf(ticket) } : null
  }
  const TIMES: Readonly<Partial<Record<TicketColumn, (ticket: Ticket) => WorkbookCell>>> = {
    ...{ told, due, received: ({ receivedAt }: Ticket) => ({ at: receivedAt }) },
  }
  const exportRows = () => {
    const shown = columns()
    const head = {
      fileName: t('ticket.exportName', { day: localDay(now(), estate.zone) }),
      name: t('ticket.title'),
      columns: shown.map((column) => ({
        title: t(`ticketTable.column.${column}`),
        width: WIDTHS[column] ?? USUAL_WIDTH,
      })),
    }
    return exportList(head, (ticket) =>
      shown.map((column) => TIMES[column]?.(ticket) ?? cells[column](ticket)),
    )
  }
  return { ...rest, exportRows }
}
