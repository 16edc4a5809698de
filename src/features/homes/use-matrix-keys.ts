import { nextTick, ref, type Ref } from 'vue'
import type { Matrix } from '../../domain/home/matrix'

interface Spot {
  readonly row: number
  readonly column: number
}

/** How far a key goes: rows down, columns across. */
const STEPS: Readonly<Record<string, Spot>> = {
  ...{ ArrowUp: { row: -1, column: 0 }, ArrowDown: { row: 1, column: 0 } },
  ...{ ArrowLeft: { row: 0, column: -1 }, ArrowRight: { row: 0, column: 1 } },
}
/** Further than any building is high or wide. */
const FAR = 1000
const LEAPS: Readonly<Record<string, Spot>> = {
  ...{ Home: { row: 0, column: -FAR }, End: { row: 0, column: FAR } },
  ...{ PageUp: { row: -10, column: 0 }, PageDown: { row: 10, column: 0 } },
}

/** [HM4] One stop of the tab key, arrows within; gaps where no home is are passed over. */
export const useMatrixKeys = (matrix: () => Matrix, grid: Readonly<Ref<HTMLElement | null>>) => {
  const at = ref<Spot | null>(null)
  const isHome = ({ row, column }: Spot): boolean => !!matrix().rows[row]?.cells[column]

  const first = (): Spot | null => {
    for (const [row, { cells }] of matrix().rows.entries()) {
      const column = cells.findIndex((unit) => unit !== null)
      if (column >= 0) return { row, column }
    }
    return null
  }
  const stop = (): Spot | null => (at.value && isHome(at.value) ? at.value : first())

  /** The next home that way; null where there is none. */
  const along = (from: Spot, { row, column }: Spot): Spot | null => {
    const width = matrix().rows[0]?.cells.length ?? 0
    let here = { row: from.row + row, column: from.column + column }
    const isIn = () =>
      here.row >= 0 && here.row < matrix().rows.length && here.column >= 0 && here.column < width
    while (isIn()) {
      if (isHome(here)) return here
      here = { row: here.row + row, column: here.column + column }
    }
    return null
  }
  /** As far as it goes that way, up to so many homes. */
  const leap = (from: Spot, { row, column }: Spot): Spot => {
    const step = { row: Math.sign(row), column: Math.sign(column) }
    let here = from
    for (let left = Math.abs(row) + Math.abs(column); left > 0; left -= 1) {
      const next = along(here, step)
      if (!next) break
      here = next
    }
    return here
  }

  const move = async (event: KeyboardEvent) => {
    const from = stop()
    const to = LEAPS[event.key] ?? STEPS[event.key]
    if (!from || !to) return
    event.preventDefault()
    at.value = leap(from, to)
    await nextTick()
    const home = grid.value?.querySelector<HTMLElement>('a[tabindex="0"]')
    home?.focus()
    home?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }
  const isStop = (row: number, column: number): boolean => {
    const here = stop()
    return here?.row === row && here.column === column
  }
  return { move, isStop, come: (row: number, column: number) => (at.value = { row, column }) }
}
