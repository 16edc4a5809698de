import 'fake-indexeddb/auto'
import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { TicketId } from '../../../src/domain/ticket/ticket'
import TicketBoard from '../../../src/features/tickets/TicketBoard.vue'
import { saveActs } from '../../../src/storage/save-acts'
import { newId } from '../../support/build/ids'
import { receiveTicket } from '../../support/build/ticket'
import { author } from '../../support/phone-parts'
import { at, PatrolPhone } from '../../support/patrol-phone'
import { openPage } from '../../stores/day-end/day-page'
import { byRole } from '../../ui/mount-part'

let phone: PatrolPhone
beforeEach(async () => {
  phone = await PatrolPhone.open()
  Object.assign(phone.phone.person, { roles: ['supervisor'] })
})
afterEach(() => phone.close())
enableAutoUnmount(afterEach)

const save = async (record: TicketId, act: object) => {
  const { staff } = phone.phone.person
  const acts = [{ kind: 'Ticket' as const, record, act: act as ReturnType<typeof receiveTicket> }]
  const saved = await saveActs(phone.database, acts, author(staff, at(8)))
  if (!saved.ok) throw new Error(saved.error.kind)
}
const receive = async (title: string, hour: number, isTaken = false): Promise<TicketId> => {
  const record = newId<TicketId>()
  const due = { at: at(hour), rule: 'defect', version: 1 } as const
  const { staff } = phone.phone.person
  await save(record, receiveTicket(phone.estate.community.id, staff, { title, due }))
  if (isTaken) await save(record, { act: 'accept', from: 'received' })
  return record
}
const show = async () => {
  const [first, second, taken] = [
    await receive('先到期', 10),
    await receive('后到期', 12),
    await receive('有人接了', 11, true),
  ]
  const { page } = openPage(phone, TicketBoard, {
    ...{ way: 'status', selected: '', ticked: new Set<string>() },
  })
  await vi.waitFor(() => expect(page.findAll('[data-card]')).toHaveLength(3))
  return { page, first, second, taken }
}
const press = (key: string) =>
  document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
const cardOf = (element: Element | null) =>
  element?.closest('[data-card]')?.getAttribute('data-card')

it('[DK1] each column says its name and how many it has, each card what it is of', async () => {
  const { page } = await show()
  const heads = page.findAll('[data-lane] h2').map((each) => each.text().replace(/\s+/gu, ' '))
  expect(heads).toContain('新 2')
  expect(heads).toContain('已接单 1')
  expect(byRole('link').map((each) => each.textContent)).toEqual(
    expect.arrayContaining([expect.stringContaining('先到期')]),
  )
})

it('[DK4] one card is where the tab key comes to, and arrows go on from there', async () => {
  const { page, first, second, taken } = await show()
  const reachable = () => page.findAll('[data-card] a[tabindex="0"]')
  expect(reachable().map(({ element }) => cardOf(element))).toEqual([first])
  ;(reachable()[0]?.element as HTMLElement).focus()
  press('ArrowDown')
  await vi.waitFor(() => expect(cardOf(document.activeElement)).toBe(second))
  expect(reachable()).toHaveLength(1)
  press('ArrowRight')
  await vi.waitFor(() => expect(cardOf(document.activeElement)).toBe(taken))
  press('ArrowLeft')
  await vi.waitFor(() => expect(cardOf(document.activeElement)).toBe(first))
  press('ArrowUp')
  expect(cardOf(document.activeElement)).toBe(first)
})

it('[DK4] `x` ticks, Enter opens beside, `m` asks where to', async () => {
  const { page, first } = await show()
  ;(page.get(`[data-card="${first}"] a`).element as HTMLElement).focus()
  press('x')
  await vi.waitFor(() => expect(page.emitted('update:ticked')?.[0]).toEqual([new Set([first])]))
  press('Enter')
  await vi.waitFor(() => expect(page.emitted('open')?.[0]).toEqual([first]))
  press('m')
  await vi.waitFor(() => expect(byRole('dialog').length).toBeGreaterThan(0))
  expect(document.body.textContent).toContain('先到期')
})
