import 'fake-indexeddb/auto'
import { enableAutoUnmount, flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { calendarDay } from '../../../src/domain/calendar-day'
import type { ChangeId } from '../../../src/domain/id'
import type { LetterId, OwnerLetterAct } from '../../../src/domain/letter/letter'
import type { Role } from '../../../src/domain/role'
import type { TicketId } from '../../../src/domain/ticket/ticket'
import LetterPage from '../../../src/features/letter/LetterPage.vue'
import TicketLetters from '../../../src/features/tickets/TicketLetters.vue'
import { saveActs } from '../../../src/storage/save-acts'
import { newId } from '../../support/build/ids'
import { receiveTicket } from '../../support/build/ticket'
import { author } from '../../support/phone-parts'
import { at, PatrolPhone } from '../../support/patrol-phone'
import { byRole, theOne } from '../../ui/mount-part'
import { openPage } from '../../stores/day-end/day-page'

let phone: PatrolPhone
const LETTER = newId<LetterId>()
const TICKET = newId<TicketId>()
beforeEach(async () => {
  phone = await PatrolPhone.open(at(10))
  await save('Ticket', TICKET, complaint())
})
afterEach(() => phone.close())
enableAutoUnmount(afterEach)

const complaint = () =>
  receiveTicket(phone.estate.community.id, phone.phone.person.staff, {
    ...{ kind: 'complaint', title: '楼道灯不亮', origin: { by: 'owner', channel: 'letter' } },
    caller: newId(),
  })
const save = async (kind: 'Ticket' | 'OwnerLetter', record: string, act: object) => {
  const acts = [{ kind, record, act: act as OwnerLetterAct }]
  const saved = await saveActs(phone.database, acts, author(phone.phone.person.staff, at(9)))
  if (!saved.ok) throw new Error(saved.error.kind)
}
const sheet = {
  ...{ salutation: '尊敬的3栋1501业主', body: '灯换好了。\n给您添麻烦了。' },
  ...{ signer: '萌芽物业', datedOn: calendarDay(2026, 11, 24) },
}
const write = () =>
  save('OwnerLetter', LETTER, {
    ...{ act: 'write', community: phone.estate.community.id, ticket: TICKET, sheet },
  })
const written = async (): Promise<ChangeId> => {
  const held = await phone.database.ownerLetters.get(LETTER)
  if (!held) throw new Error('No letter')
  return held.record.written.change
}
const become = (role: Role) => Object.assign(phone.phone.person, { roles: [role] })
const show = async () => {
  const { page } = openPage(phone, LetterPage, { letter: LETTER })
  await vi.waitFor(() => expect(page.text()).toContain('灯换好了。'))
  return page
}

it('[LE5] is read as it will be printed, closing and all, and says that it is a draft', async () => {
  await write()
  const page = await show()
  const lines = page.findAll('article p').map((each) => each.text())
  expect(lines).toEqual([
    ...['尊敬的3栋1501业主:', '灯换好了。', '给您添麻烦了。', '此致', '敬礼!'],
    ...['萌芽物业', '2026年11月24日'],
  ])
  expect(page.text()).toContain('未批准的草稿')
  expect(byRole('button', '打印这封信')).toHaveLength(0)
})

it('[LE5] approved, it is printed as it was approved, and says draft no more', async () => {
  await write()
  const said = { of: await written(), sha256: 'a'.repeat(64) }
  await save('OwnerLetter', LETTER, { act: 'endorse', ...said })
  await save('OwnerLetter', LETTER, { act: 'approve', ...said })
  const page = await show()
  await vi.waitFor(() => expect(byRole('button', '打印这封信').length).toBeGreaterThan(0))
  expect(page.find('.draft').exists()).toBe(false)
})

it('[LE3] offers a supervisor the next step, and a steward none of it', async () => {
  await write()
  become('steward')
  const first = await show()
  expect(byRole('button', '审过,交经理批')).toHaveLength(0)
  first.unmount()
  become('supervisor')
  await show()
  theOne('button', '审过,交经理批').click()
  await flushPromises()
  await vi.waitFor(async () => {
    const held = await phone.database.ownerLetters.get(LETTER)
    expect(held?.record.thread.at(-1)?.kind).toBe('endorsed')
  })
})

it('[LE1] one at a time is under way for a ticket, and the next may be begun once it is sent', async () => {
  const ticket = (await phone.database.tickets.get(TICKET))?.record
  const begin = async () => {
    const { page } = openPage(phone, TicketLetters, { ticket })
    await flushPromises()
    return page
  }
  const none = await begin()
  await vi.waitFor(() => expect(none.text()).toContain('写书面答复'))
  none.unmount()
  await write()
  const under = await begin()
  await vi.waitFor(() => expect(under.text()).toContain('待主管审'))
  expect(byRole('button', '写书面答复')).toHaveLength(0)
  under.unmount()
  await save('OwnerLetter', LETTER, { act: 'withdraw', reason: '业主不要了' })
  const over = await begin()
  await vi.waitFor(() => expect(over.text()).toContain('写书面答复'))
})
