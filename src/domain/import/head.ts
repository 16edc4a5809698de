import { guessedColumns, plainTitle, type ColumnChoice } from './column'
import { cleanText, textOf, unmerged, type ImportRow, type ImportTable } from './table'

/** Where the columns of a table are named, and what was guessed of them. */
export interface TableHead {
  /** The row that names them; what stands above is no data. */
  readonly at: number
  readonly titles: readonly string[]
  readonly columns: ColumnChoice
}

/** How far down a title may push the head. */
const LOOKED_AT = 20

const known = (columns: ColumnChoice): number => columns.filter(Boolean).length

const titlesOf = (row: ImportRow): string[] => row.map((cell) => cleanText(textOf(cell)))

/** A title drawn over several columns belongs to each of them: 租户信息 over 姓名 and 电话. */
const withGroup = (table: ImportTable, at: number, titles: readonly string[]): readonly string[] =>
  titles.map((title, column) => {
    const over = table.merges.find(
      ({ top, bottom, left, right }) =>
        bottom === at - 1 && top >= at - 2 && left <= column && right >= column && right > left,
    )
    const group = over ? cleanText(textOf(table.rows[over.top]?.[over.left])) : ''
    const isWholeWidth = over && over.right - over.left + 1 >= titles.filter(Boolean).length
    return group && title && !isWholeWidth ? `${group.replace(/信息$/u, '')}${title}` : title
  })

/** [IM4] The row that says most column names, whatever stands above it. */
export const headOf = (table: ImportTable): TableHead => {
  const rows = unmerged(table)
  let best: TableHead | null = null
  for (const [at, row] of rows.slice(0, LOOKED_AT).entries()) {
    const own = titlesOf(row)
    const plain = guessedColumns(own)
    const grouped = withGroup(table, at, own)
    const columns = plain.map((column, index) => guessedColumns(grouped)[index] ?? column)
    if (known(columns) > (best ? known(best.columns) : 1)) best = { at, titles: own, columns }
  }
  if (best) return best
  const at = Math.max(
    0,
    rows.findIndex((row) => row.filter((cell) => textOf(cell).trim()).length > 1),
  )
  const titles = titlesOf(rows[at] ?? [])
  return { at, titles, columns: titles.map(() => null) }
}

/** [IM5] By which a choice is known again: the titles, however they are spaced. */
export const shapeOf = (titles: readonly string[]): string => titles.map(plainTitle).join('|')

/** The table that most looks like one of homes. */
export const likeliestTable = (tables: readonly ImportTable[]): number => {
  const scores = tables.map((table) => known(headOf(table).columns))
  return Math.max(0, scores.indexOf(Math.max(...scores)))
}
