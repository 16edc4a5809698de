import type { ImportId } from '../domain/id'
import type { ColumnChoice } from '../domain/import/column'
import type { CellEdits } from '../domain/import/line'
import type { ImportTable } from '../domain/import/table'
import type { Instant } from '../domain/instant'
import type { Unit } from '../domain/home/matrix'

/** A file on its way in: closed in the middle, it goes on from here. */
export interface ImportKept {
  readonly id: ImportId
  readonly fileName: string
  readonly tables: readonly ImportTable[]
  readonly hasFormulas: boolean
  /** Which of its tables. */
  readonly at: number
  readonly columns: ColumnChoice
  readonly edits: CellEdits
  /** New buildings somebody said are ones. */
  readonly accepted: readonly string[]
  /** Its columns were looked at. */
  readonly isChecked: boolean
}

/** What was taken in once, so that it can be undone. */
export interface ImportNote {
  readonly id: ImportId
  readonly fileName: string
  readonly at: Instant
  readonly homes: number
  readonly people: number
  /** Homes that were changed, as they were before. */
  readonly before: readonly Unit[]
  readonly undone: { readonly at: Instant; readonly stayed: number } | null
}
