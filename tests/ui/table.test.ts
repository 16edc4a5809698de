import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import { nextTick } from 'vue'
import AppTable from '../../src/ui/AppTable.vue'
import type { TableColumn } from '../../src/ui/table-order'
import { byRole, mountPart, theOne } from './mount-part'

enableAutoUnmount(afterEach)

interface Row {
  readonly id: string
  readonly title: string
  readonly minutes: number
}
const ROWS: readonly Row[] = [
  { id: 'a', title: '门禁', minutes: 60 },
  { id: 'b', title: '电梯', minutes: -25 },
  { id: 'c', title: '下水', minutes: 32 },
]
const columns: readonly TableColumn<Row>[] = [
  { key: 'title', label: '工单', text: ({ title }) => title },
  {
    ...{ key: 'due', label: '时限', text: ({ minutes }: Row) => `${minutes} 分` },
    compare: (one: Row, other: Row) => one.minutes - other.minutes,
  },
]
const table = (selected: string | null = null) =>
  mountPart(AppTable, {
    props: { label: '工单', rows: ROWS, columns, keyOf: ({ id }: Row) => id, selected },
  })
const titles = () => byRole('row').map((row) => row.querySelector('td')?.textContent?.trim())
const press = async (key: string) => {
  document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
  await nextTick()
  await nextTick()
}

it('sorts up, down, and as it was, and says which', async () => {
  table()
  const head = () => byRole('columnheader').at(-1)?.getAttribute('aria-sort')
  const orders = []
  for (let touch = 0; touch < 3; touch++) {
    theOne('button', '时限').click()
    await nextTick()
    orders.push([head(), titles().join()])
  }
  expect(orders).toEqual([
    ['ascending', '电梯,下水,门禁'],
    ['descending', '门禁,下水,电梯'],
    ['none', '门禁,电梯,下水'],
  ])
})

it('walks the rows with j and k, stops at the ends and opens with Enter', async () => {
  const part = table()
  byRole('row')[0]?.focus()
  await press('k')
  await press('j')
  await press('j')
  await press('j')
  expect(document.activeElement?.textContent).toContain('下水')
  expect(byRole('row').map((row) => row.getAttribute('aria-selected'))).toEqual([
    'false',
    'false',
    'true',
  ])
  await press('Enter')
  expect(part.emitted('open')).toEqual([[ROWS[2]]])
})

it('is one stop for the tab key, at the row that is picked', () => {
  table('b')
  expect(byRole('row').map((row) => row.tabIndex)).toEqual([-1, 0, -1])
})
