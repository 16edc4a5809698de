import type { CalendarDay } from '../calendar-day'
import type { Column, ColumnChoice } from './column'
import { cleanText, textOf, type ImportCell, type ImportRow } from './table'

/** One row of a file, by what its columns are about. */
export interface ImportLine {
  /** Its number in the file, as a spreadsheet counts. */
  readonly row: number
  readonly said: Readonly<Partial<Record<Column, string>>>
  /** What the file says is a day. */
  readonly days: Readonly<Partial<Record<Column, CalendarDay>>>
}

/** By row and column of the file: what somebody wrote over it here. */
export type CellEdits = Readonly<Record<string, string>>
export const cellKey = (row: number, column: number): string => `${String(row)}/${String(column)}`

const SUMS = /^(?:合计|总计|小计|备注|说明|制表|审核|填表|注[:：]|total)/u

const isData = (row: ImportRow): boolean => {
  const filled = row.map((cell) => cleanText(textOf(cell))).filter(Boolean)
  return filled.length > 0 && !(filled.length <= 3 && SUMS.test(filled[0] ?? ''))
}

/** The rows below the head that say anything; sums and remarks at the end are none. */
export const linesOf = (
  rows: readonly ImportRow[],
  headAt: number,
  columns: ColumnChoice,
  edits: CellEdits = {},
): readonly ImportLine[] =>
  rows.flatMap((cells, at) => {
    if (at <= headAt || !isData(cells)) return []
    const said: Partial<Record<Column, string>> = {}
    const days: Partial<Record<Column, CalendarDay>> = {}
    for (const [index, column] of columns.entries()) {
      if (!column) continue
      const edited = edits[cellKey(at + 1, index)]
      const cell: ImportCell | undefined = edited ?? cells[index]
      const text = cleanText(textOf(cell)).replace(/^'/, '')
      if (typeof cell === 'object') days[column] = cell.on
      const before = said[column]
      if (text) said[column] = before && before !== text ? `${before}、${text}` : text
    }
    return Object.keys(said).length > 0 ? [{ row: at + 1, said, days }] : []
  })
