import { expect, it } from 'vitest'
import { workbookBytes } from '../../src/device/workbook/workbook-bytes'
import type { CalendarDay } from '../../src/domain/calendar-day'
import type { WorkbookRow } from '../../src/domain/workbook'
import { readWorkbook, shownDate } from '../support/read-workbook'

const written = async (rows: readonly WorkbookRow[], name = '工单', zone = 'Asia/Shanghai') => {
  const columns = [{ title: '工单', width: 30 }]
  const file = await workbookBytes({ pages: [{ name, columns, rows }], zone })
  const [page] = readWorkbook(new Uint8Array(await file.arrayBuffer()))
  if (!page) throw new Error('It has no page')
  return page
}
const texts = (rows: readonly WorkbookRow[]) =>
  written(rows).then((page) => page.rows.slice(1).map((row) => row.map((cell) => cell?.value)))

it('[DK10] keeps as text whatever begins like a formula, and works none out', async () => {
  const said = ['=1+1', '+86 138', '-2 楼漏水', '@王', '\t=cmd', '普通的话']
  const page = await written(said.map((each) => [each]))
  expect(page.xml).not.toContain('<f>')
  expect(page.rows.slice(1).map(([cell]) => cell?.value)).toEqual(said)
  expect(page.rows.slice(1).map(([cell]) => cell?.format)).toEqual([
    ...['@', '@', '@', '@', '@', ''],
  ])
})

it('[DK10] shows an instant as the date and time of the community, and a day as a day', async () => {
  const at = Date.UTC(2026, 10, 24, 16, 49)
  const on = '2026-11-24' as CalendarDay
  const [, row] = (await written([[{ at }, { on }, 3, null, '']])).rows
  const [when, day, number] = row ?? []
  expect([when, day].map((cell) => shownDate(Number(cell?.value)))).toEqual([
    ...['2026-11-25 00:49', '2026-11-24 00:00'],
  ])
  expect([when?.format, day?.format]).toEqual(['yyyy-mm-dd hh:mm', 'yyyy-mm-dd'])
  expect(number?.value).toBe(3)
})

it('[DK10] takes what XML cannot hold, marks, line ends and more than a cell holds', async () => {
  const odd = '铃\u0007声 <b>&"\'</b>\n第二行 😀'
  const [[first], [second]] = (await texts([[odd], ['长'.repeat(40_000)]])) as [string[], string[]]
  expect(first).toBe('铃声 <b>&"\'</b>\n第二行 😀')
  expect(second).toHaveLength(32_767)
})

it('[DK10] names a page in a way every spreadsheet takes', async () => {
  expect((await written([], '工单[1]:超时/待办?*'.repeat(3))).name).toBe(
    '工单 1  超时 待办  工单 1  超时 待办  工单 1 ',
  )
})
