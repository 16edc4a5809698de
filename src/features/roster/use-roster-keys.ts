import { nextTick, ref, type Ref } from 'vue'

interface Size {
  readonly rows: number
  readonly columns: number
}

const STEPS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ...{ ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] },
}
const WRITES = new Set(['Enter', ' '])
const CLEARS = new Set(['Delete', 'Backspace', '0'])

/** One stop of the tab key, arrows within; a number writes that shift, nought clears, Enter paints. */
export const useRosterKeys = (
  grid: Readonly<Ref<HTMLElement | null>>,
  size: () => Size,
  write: (row: number, column: number, key: number | 'brush') => void,
) => {
  const at = ref({ row: 0, column: 0 })
  const within = (value: number, count: number) => Math.max(0, Math.min(count - 1, value))
  const go = async (row: number, column: number) => {
    const { rows, columns } = size()
    at.value = { row: within(row, rows), column: within(column, columns) }
    await nextTick()
    grid.value?.querySelector<HTMLElement>('.cell[tabindex="0"]')?.focus()
  }
  const press = (event: KeyboardEvent) => {
    if (!(event.target as HTMLElement).classList.contains('cell')) return
    const { row, column } = at.value
    const step = STEPS[event.key]
    const number = /^[1-9]$/.test(event.key) ? Number(event.key) : null
    if (step) void go(row + step[0], column + step[1])
    else if (event.key === 'Home') void go(row, 0)
    else if (event.key === 'End') void go(row, size().columns - 1)
    else if (WRITES.has(event.key)) write(row, column, 'brush')
    else if (CLEARS.has(event.key)) write(row, column, 0)
    else if (number !== null) {
      write(row, column, number)
      void go(row, column + 1)
    } else return
    event.preventDefault()
  }
  return {
    press,
    come: (row: number, column: number) => (at.value = { row, column }),
    isStop: (row: number, column: number) => at.value.row === row && at.value.column === column,
  }
}
