// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { TicketId } from '../../../src/domain/ticket/ticket'
import WrapUpPage from '../../../src/features/day-end/WrapUpPage.vue'
import { saveActs } from '../../../src/storage/save-acts'
import { useToday } from '../../../src/stores/today'
import { newId } from '../../support/build/ids'
import { receiveTicket } from '../../support/build/ticket'
import { author } from '../../support/phone-parts'
import { at, PatrolPhone, TODAY } from '../../support/patrol-phone'
import { byRole, theOne } from '../../ui/mount-part'
import { openPage } from './day-page'

let phone: PatrolPhone
beforeEach(async () => {
  phone = await PatrolPhone.open(at(17))
})
afterEach(() => phone.close())
enableAutoUnmount(afterEach)

const me = () => phone.phone.person.staff
const complain = async (title: string, time = at(10)): Promise<TicketId> => {
  const ticket = newId<TicketId>()
  const { community, place } = phone.estate
  const deed = receiveTicket(community.id, me(), { kind: 'complaint', title, home: place.id })
  const acts = [{ kind: 'Ticket' as const, record: ticket, act: deed }]
  await saveActs(phone.database, acts, author(me(), time))
  return ticket
}
const open = async () => {
  const { page } = openPage(phone, WrapUpPage)
  await vi.waitFor(() => theOne('button', '核对完了'))
  return page
}
const fields = (label: string) =>
  [...document.querySelectorAll<HTMLInputElement>('input')].filter(
    (input) => input.labels?.[0]?.textContent?.trim() === label,
  )
const write = (input: HTMLInputElement | undefined, text: string) => {
  if (!input) throw new Error('No such field')
  input.value = text
  input.dispatchEvent(new Event('input'))
}
const press = async (name: string) => {
  theOne('button', name).click()
  await flushPromises()
}
const records = async () => (await phone.database.wrapUps.toArray()).map(({ record }) => record)

it('[WU4] is not saved before each open complaint says why and what comes next', async () => {
  await complain('电梯异响')
  await open()
  await press('核对完了')
  expect(byRole('alert').map((each) => each.textContent?.trim())).toEqual([
    '写一句原因,或点一个常用的',
  ])
  expect(document.activeElement).toBe(fields('为什么还没办完')[0])
  expect(await records()).toEqual([])
  write(fields('为什么还没办完')[0], '等配件')
  await flushPromises()
  expect(document.activeElement).toBe(fields('为什么还没办完')[0])
  expect(byRole('alert').map((each) => each.textContent?.trim())).toEqual(['写一句接下来怎么办'])
})

it('[WU1] [WU2] is saved with no network, once however often it is tapped, and corrected later', async () => {
  const ticket = await complain('电梯异响')
  await open()
  write(fields('为什么还没办完')[0], '等配件')
  write(fields('下一步')[0], '明天上午跟进')
  await flushPromises()
  const button = theOne('button', '核对完了')
  button.click()
  button.click()
  await vi.waitFor(() => theOne('button', '保存更正'))
  const [first, ...others] = await records()
  expect(others).toEqual([])
  expect(first).toMatchObject({ day: TODAY, open: 1, staff: me() })
  expect(first?.lines).toMatchObject([{ ticket, told: 'notTold', why: '等配件' }])
  write(fields('为什么还没办完')[0], '等业主')
  await flushPromises()
  await press('保存更正')
  await vi.waitFor(async () => expect((await records())[0]?.thread).toHaveLength(2))
  expect(await records()).toHaveLength(1)
})

it('[WU4] keeps what was typed when the phone dies', async () => {
  await complain('电梯异响')
  const page = await open()
  write(fields('为什么还没办完')[0], '等厂家回话')
  await vi.waitFor(async () => expect(await phone.database.drafts.count()).toBe(1))
  page.unmount()
  phone = await phone.dieAndOpen()
  await open()
  await vi.waitFor(() => expect(fields('为什么还没办完')[0]?.value).toBe('等厂家回话'))
})

it('[WU5] [WU8] stands on Today from the hour on, goes once it is saved and comes back for a new one', async () => {
  await complain('电梯异响')
  phone.tick.value = at(16)
  const today = phone.use(() => useToday())
  await vi.waitFor(() => expect(today.isRead).toBe(true))
  const line = () =>
    today.matters.flatMap(({ kind, standing }) => (kind === 'errand' ? [standing] : []))
  expect(line()).toEqual([])
  phone.tick.value = at(16, 30)
  await vi.waitFor(() => expect(line()).toEqual(['now']))
  await open()
  write(fields('为什么还没办完')[0], '等配件')
  write(fields('下一步')[0], '明天上午跟进')
  await flushPromises()
  await press('核对完了')
  await vi.waitFor(() => theOne('button', '保存更正'))
  await vi.waitFor(() => expect(line()).toEqual(['done']))
  await complain('楼道有烟味', at(16, 40))
  await vi.waitFor(() => expect(line()).toEqual(['now']))
})
