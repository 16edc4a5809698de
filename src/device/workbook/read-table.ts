import readXlsxFile, { type CellValue } from 'read-excel-file/universal'
import { calendarDay } from '../../domain/calendar-day'
import {
  IMPORT_LIMITS,
  textOf,
  type ImportCell,
  type ImportFile,
  type ImportTable,
  type Unreadable,
} from '../../domain/import/table'
import { failed, ok, type Result } from '../../domain/result'
import { boundedWorkbook } from './bounded-zip'
import { commaTable } from './comma-table'

export type TableRead = Result<ImportFile, Unreadable>

const begins = (bytes: Uint8Array, ...begin: readonly number[]): boolean =>
  begin.every((byte, at) => bytes[at] === byte)

const cellOf = (value: CellValue | null): ImportCell => {
  if (value === null) return ''
  if (value instanceof Date)
    return Number.isNaN(value.getTime())
      ? ''
      : {
          on: calendarDay(value.getUTCFullYear(), value.getUTCMonth() + 1, value.getUTCDate()),
        }
  // 89.30000000000001 is what a spreadsheet calls 89.3.
  if (typeof value === 'number') return String(Number(value.toPrecision(15)))
  return String(value)
}

const workbookTables = async (file: Uint8Array): Promise<TableRead> => {
  const bounded = boundedWorkbook(file)
  if (!bounded.ok) return bounded
  const { bytes, merges, hasFormulas } = bounded.value
  const sheets = await readXlsxFile(bytes, { trim: false })
  const tables: readonly ImportTable[] = sheets
    .map(({ sheet, data }) => ({
      name: sheet,
      rows: data.map((row) => row.map(cellOf)),
      merges: merges.get(sheet) ?? [],
    }))
    .filter(({ rows }) => rows.length > 0)
  return tables.length > 0 ? ok({ tables, hasFormulas }) : failed('empty')
}

/** [IM2] [IM3] A file as its tables, or the one reason why it is none. */
export const readTable = async (file: Uint8Array): Promise<TableRead> => {
  if (file.length === 0) return failed('empty')
  if (file.length > IMPORT_LIMITS.fileBytes) return failed('too-large')
  if (begins(file, 0xd0, 0xcf, 0x11, 0xe0)) return failed('old-workbook')
  if (begins(file, 0x4d, 0x5a) || begins(file, 0x7f, 0x45) || begins(file, 0x25, 0x50, 0x44, 0x46))
    return failed('not-a-table')
  try {
    if (begins(file, 0x50, 0x4b)) return await workbookTables(file)
    const table = commaTable(file)
    if (!table.ok) return table
    const isEmpty = table.value.rows.every((row) => row.every((cell) => !textOf(cell).trim()))
    return isEmpty ? failed('empty') : ok({ tables: [table.value], hasFormulas: false })
  } catch {
    // Whatever is wrong inside, one sentence is all that is told of it.
    return failed('broken')
  }
}
