import type { Cell, Sheet } from 'write-excel-file/universal'
import writeExcelFile from 'write-excel-file/universal'
import { dayNumber, type CalendarDay } from '../../domain/calendar-day'
import { DAY, MINUTE } from '../../domain/instant'
import { wallClock, type TimeZone } from '../../domain/time-zone'
import type { Workbook, WorkbookCell, WorkbookPage } from '../../domain/workbook'

/** What Excel holds in one cell at most. */
const MOST_CHARACTERS = 32_767
/** What XML cannot hold; a workbook with one of them in it does not open. */
// eslint-disable-next-line no-control-regex
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
/** What a spreadsheet would work out, were it typed. */
const LOOKS_LIKE_A_FORMULA = /^[=+\-@\t\r]/
const AS_TEXT = '@'

/** A spreadsheet's dates have no zone: they are what the wall clock showed. */
const dateOf = (day: CalendarDay, minutes: number): Date =>
  new Date(dayNumber(day) * DAY + minutes * MINUTE)

const textCell = (said: string): Cell => {
  const value = said.replace(NOT_XML, '').slice(0, MOST_CHARACTERS)
  const format = LOOKS_LIKE_A_FORMULA.test(value) ? { format: AS_TEXT } : {}
  return { value, type: String, wrap: true, alignVertical: 'top', ...format }
}

const cellOf = (cell: WorkbookCell, zone: TimeZone): Cell => {
  if (cell === null || cell === '') return null
  if (typeof cell === 'string') return textCell(cell)
  const style = { alignVertical: 'top' } as const
  if (typeof cell === 'number') return { value: cell, type: Number, ...style }
  if ('on' in cell) return { value: dateOf(cell.on, 0), type: Date, format: 'yyyy-mm-dd', ...style }
  const { day, minutes } = wallClock(cell.at, zone)
  return { value: dateOf(day, minutes), type: Date, format: 'yyyy-mm-dd hh:mm', ...style }
}

/** Excel refuses these in the name of a sheet, and more than 31 characters. */
const sheetName = (name: string): string => name.replaceAll(/[[\]*?:/\\]/g, ' ').slice(0, 31)

const sheetOf = ({ name, columns, rows }: WorkbookPage, zone: TimeZone): Sheet<Blob> => ({
  sheet: sheetName(name),
  columns: columns.map(({ width }) => ({ width })),
  stickyRowsCount: 1,
  data: [
    columns.map(({ title }) => ({ value: title, type: String, fontWeight: 'bold' as const })),
    ...rows.map((row) => row.map((cell) => cellOf(cell, zone))),
  ],
})

/** A workbook of several sheets, as the bytes of an .xlsx file. */
export const workbookBytes = ({ pages, zone }: Workbook): Promise<Blob> =>
  writeExcelFile(pages.map((page) => sheetOf(page, zone))).toBlob()
