import { ref, shallowRef } from 'vue'
import { afterPaint } from '../device/after-paint'
import { saveFile } from '../device/save-file'
import { writeWorkbook } from '../device/workbook/write-workbook'
import type { Workbook, WorkbookPage, WorkbookRow } from '../domain/workbook'
import { useEstate } from './estate'

/** How many rows are read between two looks at the screen. */
const STRIDE = 250

/** A table to be exported: what it is called, how long it is, and its rows a piece at a time. */
export interface WorkbookTable extends Omit<WorkbookPage, 'rows'> {
  /** Without `.xlsx`, and without anybody's name. */
  readonly fileName: string
  readonly length: number
  readonly rowsOf: (from: number, to: number) => Promise<readonly WorkbookRow[]>
}

export interface WorkbookGoing {
  readonly done: number
  readonly of: number
}

export interface WorkbookDevices {
  /** Null where no file came of it; given up once the signal says so. */
  readonly write: (workbook: Workbook, signal: AbortSignal) => Promise<Blob | null>
  readonly save: (name: string, content: Blob) => void
}

const BY_BROWSER: WorkbookDevices = { write: writeWorkbook, save: saveFile }

/** [DK9] A table on its way to a file; the screen goes on meanwhile, and it can be stopped. */
export const useWorkbook = ({ write, save }: WorkbookDevices = BY_BROWSER) => {
  const estate = useEstate()
  const going = shallowRef<WorkbookGoing | null>(null)
  const ending = ref<'saved' | 'failed' | null>(null)
  let stopping = new AbortController()

  const allRows = async ({ length, rowsOf }: WorkbookTable): Promise<readonly WorkbookRow[]> => {
    const rows: WorkbookRow[] = []
    for (let from = 0; from < length && !stopping.signal.aborted; from += STRIDE) {
      const to = Math.min(length, from + STRIDE)
      rows.push(...(await rowsOf(from, to)))
      going.value = { done: to, of: length }
      await afterPaint()
    }
    return rows
  }

  const exportTable = async (table: WorkbookTable): Promise<void> => {
    if (going.value) return
    const { fileName, name, columns, length } = table
    stopping = new AbortController()
    const { signal } = stopping
    ending.value = null
    going.value = { done: 0, of: length }
    try {
      const page = { name, columns, rows: await allRows(table) }
      const book = { pages: [page], zone: estate.zone }
      const file = signal.aborted ? null : await write(book, signal)
      if (signal.aborted) return
      if (file) save(`${fileName}.xlsx`, file)
      ending.value = file ? 'saved' : 'failed'
    } catch {
      ending.value = 'failed'
    } finally {
      going.value = null
    }
  }
  const stop = () => stopping.abort()
  return { going, ending, exportTable, stop }
}
