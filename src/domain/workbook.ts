import type { CalendarDay } from './calendar-day'
import type { Instant } from './instant'
import type { TimeZone } from './time-zone'

/** Text stays text, whatever it begins with; an instant and a day become dates a spreadsheet counts with. */
export type WorkbookCell =
  string | number | null | { readonly at: Instant } | { readonly on: CalendarDay }

export type WorkbookRow = readonly WorkbookCell[]

export interface WorkbookColumn {
  readonly title: string
  /** In characters. */
  readonly width: number
}

/** One page of a workbook, its headings standing still above the rows. */
export interface WorkbookPage {
  readonly name: string
  readonly columns: readonly WorkbookColumn[]
  readonly rows: readonly WorkbookRow[]
}

/** Tables on their way into another program (导出 Excel). */
export interface Workbook {
  readonly pages: readonly WorkbookPage[]
  /** Whose wall clock the dates show. */
  readonly zone: TimeZone
}
