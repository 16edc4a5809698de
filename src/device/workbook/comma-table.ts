import Papa from 'papaparse'
import { IMPORT_LIMITS, type ImportTable, type Unreadable } from '../../domain/import/table'
import { failed, ok, type Result } from '../../domain/result'

const BEGINNINGS: readonly (readonly [string, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

/** [IM3] By its mark, else UTF-8 if it is that throughout, else GB18030; null where it is neither. */
const decoded = (bytes: Uint8Array): string | null => {
  const marked = BEGINNINGS.find(([, begin]) => begin.every((byte, at) => bytes[at] === byte))
  if (!marked && bytes.subarray(0, 4096).includes(0)) return null
  for (const letters of marked ? [marked[0]] : ['utf-8', 'gb18030'])
    try {
      return new TextDecoder(letters, { fatal: true }).decode(bytes)
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
      // Not written in these letters: the next may fit.
    }
  return null
}

const APART = [',', '\t', ';', '|'] as const
/** By what the first lines are parted most often. */
const partedBy = (text: string): string => {
  const begin = text.split('\n', 20).join('\n').slice(0, 10_000)
  const counts = APART.map((sign) => begin.split(sign).length)
  return APART[counts.indexOf(Math.max(...counts))] ?? ','
}

/** Text parted by commas, tabs, semicolons or bars. */
export const commaTable = (bytes: Uint8Array): Result<ImportTable, Unreadable> => {
  const text = decoded(bytes)
  if (text === null) return failed('letters')
  const { rows, columns, cells } = IMPORT_LIMITS
  const read = Papa.parse<string[]>(text, { delimiter: partedBy(text), preview: rows + 2 })
  if (read.errors.some(({ code }) => code === 'MissingQuotes')) return failed('broken')
  // After the last line end there is nothing.
  const held = read.data.filter((row, at) => at < read.data.length - 1 || row.join('') !== '')
  const width = held.reduce((most, row) => Math.max(most, row.length), 0)
  const counted = held.reduce((sum, row) => sum + row.length, 0)
  if (held.length > rows || width > columns || counted > cells) return failed('too-many')
  return ok({ name: '', rows: held, merges: [] })
}
