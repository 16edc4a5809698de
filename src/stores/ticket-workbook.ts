import type { Ticket } from '../domain/ticket/ticket'
import type { WorkbookRow } from '../domain/workbook'
import { ticketsOf } from '../storage/ticket-list'
import { usePhone } from './phone'
import { useTicketList } from './ticket-list'
import { useWorkbook, type WorkbookDevices, type WorkbookTable } from './workbook'

/** [DK8] The whole list as it is narrowed and ordered, not only the rows drawn. */
export const useTicketWorkbook = (devices?: WorkbookDevices) => {
  const { database } = usePhone()
  const list = useTicketList()
  const { exportTable, ...rest } = useWorkbook(devices)

  const exportList = (
    head: Pick<WorkbookTable, 'fileName' | 'name' | 'columns'>,
    rowOf: (ticket: Ticket) => WorkbookRow,
  ): Promise<void> => {
    const { ids } = list
    const rowsOf = async (from: number, to: number) =>
      (await ticketsOf(database, ids.slice(from, to))).map(rowOf)
    return exportTable({ ...head, length: ids.length, rowsOf })
  }
  return { ...rest, exportList }
}
