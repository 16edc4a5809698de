// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { StaffId } from '../../../src/domain/id'
import { DAY } from '../../../src/domain/instant'
import { mayAct } from '../../../src/domain/permission'
import type { TicketId } from '../../../src/domain/ticket/ticket'
import MeDayEnd from '../../../src/features/me/MeDayEnd.vue'
import WeeklySheetNewPage from '../../../src/features/day-end/WeeklySheetNewPage.vue'
import WeeklySheetPage from '../../../src/features/day-end/WeeklySheetPage.vue'
import { saveActs } from '../../../src/storage/save-acts'
import { useToday } from '../../../src/stores/today'
import { newId } from '../../support/build/ids'
import { receiveTicket } from '../../support/build/ticket'
import { author } from '../../support/phone-parts'
import { at, PatrolPhone } from '../../support/patrol-phone'
import { theOne } from '../../ui/mount-part'
import { field, openPage, press, write } from './day-page'

let phone: PatrolPhone
const CHEN = newId<StaffId>()
/** The Friday of that week, at 17:00. */
const FRIDAY = at(17) + 3 * DAY
const me = () => phone.phone.person.staff
beforeEach(async () => {
  phone = await PatrolPhone.open(FRIDAY)
  Object.assign(phone.phone.person, { roles: ['customerService'] })
  const staff = { id: CHEN, name: '陈立', roles: ['manager' as const], active: true }
  const acts = [{ kind: 'Staff' as const, record: CHEN, act: { act: 'enrol' as const, staff } }]
  await saveActs(phone.database, acts, author(CHEN, at(8)))
  const act = receiveTicket(phone.estate.community.id, me(), {
    ...{ kind: 'complaint', title: '电梯异响', home: phone.estate.place.id },
  })
  const record = newId<TicketId>()
  await saveActs(phone.database, [{ kind: 'Ticket', record, act }], author(me(), at(10)))
})
afterEach(() => phone.close())
enableAutoUnmount(afterEach)

const held = async () => (await phone.database.weeklySheets.toArray()).map(({ record }) => record)
const errands = () => {
  const today = phone.use(() => useToday())
  return () => today.matters.flatMap((each) => (each.kind === 'errand' ? [each.errand.what] : []))
}

it('[WS6] [WS7] [WS8] is counted, put right, signed, sent once, read by the manager and answered', async () => {
  const asked = errands()
  await vi.waitFor(() => expect(asked()).toContain('weekly'))
  const made = openPage(phone, WeeklySheetNewPage)
  await vi.waitFor(() => theOne('button', '签字上报'))
  expect(document.body.textContent).toContain('接到投诉1')
  expect(document.body.textContent).toContain('答应业主的事空着')
  await press('签字上报')
  expect(await held()).toEqual([])
  expect(document.activeElement).toBe(field('报给谁'))
  await press('改「接到投诉」')
  await write('应该是', '2')
  expect(document.body.textContent).toContain('手机数的是 1')
  await write('为什么还没办结', '等配件')
  await write('报给谁', CHEN)
  await write('签字人姓名', '李敏')
  document.querySelector<HTMLElement>('[role=switch]')?.click()
  await flushPromises()
  const send = theOne('button', '签字上报')
  send.click()
  send.click()
  await vi.waitFor(async () => expect(await held()).toHaveLength(1))
  const [sheet] = await held()
  expect(sheet?.thread).toHaveLength(1)
  expect(sheet?.figures.slice(0, 1)).toEqual([{ figure: 'taken', value: 2, phone: 1 }])
  expect(sheet?.figures.find(({ figure }) => figure === 'promised')?.value).toBeNull()
  expect(sheet?.reasons).toMatchObject([{ words: '等配件' }])
  await vi.waitFor(() => expect(asked()).not.toContain('weekly'))
  made.page.unmount()

  document.body.innerHTML = ''
  Object.assign(phone.phone.person, { staff: CHEN, roles: ['manager'] })
  const toRead = errands()
  phone.tick.value += 60_000
  await vi.waitFor(() => expect(toRead()).toContain('weeklyRead'))
  openPage(phone, WeeklySheetPage, { sheet: sheet?.id })
  await vi.waitFor(() => theOne('button', '看过了'))
  await write('说一句', '下周一碰一下')
  await press('记下')
  await vi.waitFor(() => expect(document.body.textContent).toContain('说了一句'))
  await press('看过了')
  await vi.waitFor(() => expect(document.body.textContent).toContain('陈立看过了'))
  expect(document.body.textContent).toContain('下周一碰一下')
  await vi.waitFor(() => expect(toRead()).not.toContain('weeklyRead'))
})

it.each([
  ['guard', 'security', ['交接班']],
  ['steward', 'steward', ['下班核对', '交接班', '周报']],
  ['engineer', 'engineer', ['下班核对', '交接班']],
] as const)('[PE1] shows a %s only what they may write', async (_name, role, shown) => {
  Object.assign(phone.phone.person, { roles: [role] })
  openPage(phone, MeDayEnd)
  await flushPromises()
  const text = document.body.textContent ?? ''
  for (const name of ['下班核对', '交接班', '周报'])
    expect(text.includes(name)).toBe((shown as readonly string[]).includes(name))
  expect(mayAct([role], 'WrapUp', 'save')).toBe((shown as readonly string[]).includes('下班核对'))
})
