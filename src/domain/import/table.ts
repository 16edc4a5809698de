import type { CalendarDay } from '../calendar-day'

/** A cell as it came: text, a number as text, or what the file itself says is a day. */
export type ImportCell = string | { readonly on: CalendarDay }
export type ImportRow = readonly ImportCell[]

/** Cells a file draws as one; what stands in them is said once, at their upper left. */
export interface MergedCells {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** One sheet of a file somebody has already. */
export interface ImportTable {
  readonly name: string
  readonly rows: readonly ImportRow[]
  readonly merges: readonly MergedCells[]
}

export interface ImportFile {
  readonly tables: readonly ImportTable[]
  /** It works something out; what it showed last is what is taken. */
  readonly hasFormulas: boolean
}

/** [IM2] Why a file is not taken: one of these, and nothing else of it. */
export const UNREADABLE = [
  ...(['empty', 'too-large', 'too-many', 'too-slow', 'old-workbook', 'macros'] as const),
  ...(['not-a-table', 'broken', 'letters'] as const),
] as const
export type Unreadable = (typeof UNREADABLE)[number]

/** [IM2] How much is read at all. */
export const IMPORT_LIMITS = {
  fileBytes: 20 * 1024 * 1024,
  unpackedBytes: 120 * 1024 * 1024,
  parts: 2_000,
  rows: 20_000,
  columns: 256,
  cells: 600_000,
  milliseconds: 30_000,
} as const

export const textOf = (cell: ImportCell | undefined): string =>
  typeof cell === 'object' ? cell.on : (cell ?? '')

/** [IM4] What is drawn as one is meant for each of its rows and columns. */
export const unmerged = ({ rows, merges }: ImportTable): readonly ImportRow[] => {
  if (merges.length === 0) return rows
  const filled = rows.map((row) => [...row])
  for (const { top, left, bottom, right } of merges) {
    const said = filled[top]?.[left]
    if (said === undefined) continue
    for (let row = top; row <= Math.min(bottom, filled.length - 1); row += 1) {
      const cells = filled[row]
      if (!cells) continue
      for (let column = left; column <= Math.min(right, cells.length - 1); column += 1)
        cells[column] = said
    }
  }
  return filled
}

// What no screen shows: control characters, and marks that turn the direction of writing.
// eslint-disable-next-line no-control-regex
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu

/** [IM6] One way of writing for all: narrow figures, no unseen signs, no space around. */
export const cleanText = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\t\n\r]/g, ' ')
    .replace(UNSEEN, '')
    .replace(/\s+/gu, ' ')
    .trim()
