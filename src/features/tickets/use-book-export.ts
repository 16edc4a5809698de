import { useI18n } from 'petite-vue-i18n'
import { localDay } from '../../domain/time-zone'
import type { WorkbookCell } from '../../domain/workbook'
import { useEstate } from '../../stores/estate'
import { usePhone } from '../../stores/phone'
import { useWorkbook } from '../../stores/workbook'
import type { BookRow } from './use-book-rows'

const COLUMNS = [
  ...(['number', 'receivedAt', 'home', 'channel', 'topic', 'gravity', 'title', 'words'] as const),
  ...(['wanted', 'handler', 'result', 'toldAt', 'status'] as const),
] as const
const WIDE: readonly string[] = ['title', 'words', 'wanted', 'result']

/** [DK8] The complaint book as a workbook, with the book's own columns. */
export const useBookExport = (rows: () => readonly BookRow[]) => {
  const { t } = useI18n()
  const { now } = usePhone()
  const estate = useEstate()
  const { exportTable, ...rest } = useWorkbook()

  const cellOf = (row: BookRow, column: (typeof COLUMNS)[number]): WorkbookCell => {
    if (column === 'receivedAt') return { at: row.receivedAt }
    if (column !== 'toldAt') return row[column]
    return row.toldAt === null ? null : { at: row.toldAt }
  }
  const exportBook = () => {
    const shown = rows()
    return exportTable({
      fileName: t('book.exportName', { day: localDay(now(), estate.zone) }),
      name: t('book.title'),
      columns: COLUMNS.map((column) => ({
        title: t(`book.column.${column}`),
        width: WIDE.includes(column) ? 36 : 16,
      })),
      length: shown.length,
      rowsOf: (from, to) =>
        Promise.resolve(
          shown.slice(from, to).map((row) => COLUMNS.map((column) => cellOf(row, column))),
        ),
    })
  }
  return { ...rest, exportBook }
}
