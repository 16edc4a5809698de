// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { StaffId } from '../../src/domain/id'
import { MINUTE } from '../../src/domain/instant'
import type { TicketId } from '../../src/domain/ticket/ticket'
import { readMeta } from '../../src/storage/meta'
import { saveActs } from '../../src/storage/save-acts'
import { useRing } from '../../src/stores/ring'
import { newId } from '../support/build/ids'
import { receiveTicket } from '../support/build/ticket'
import { author } from '../support/phone-parts'
import { at, PatrolPhone } from '../support/patrol-phone'
// What Today finds later is here before a test can end.
import '../../src/stores/find-errands'
import '../../src/stores/visit-errands'

let phone: PatrolPhone
const hand = vi.fn()
beforeEach(async () => {
  localStorage.clear()
  hand.mockClear()
  Object.defineProperty(navigator, 'vibrate', { value: hand, configurable: true })
  phone = await PatrolPhone.open(at(9))
})
afterEach(() => phone.close())

const rung = async () => (await readMeta(phone.database, 'rung'))?.ids ?? []

/** The app as it opens: it has looked at the day once. */
const open = async () => {
  const ring = phone.use(() => {
    const made = useRing()
    made.watchDay((calls) => {
      const title = calls.map(({ id }) => id).join()
      return { title, notice: title, path: '/today' }
    })
    return made
  })
  await vi.waitFor(async () => expect(await readMeta(phone.database, 'rung')).toBeDefined())
  return ring
}
const take = async (dueAt: number, handler: StaffId | null = null): Promise<TicketId> => {
  const me = phone.phone.person.staff
  const by = handler ? newId<StaffId>() : me
  const ticket = newId<TicketId>()
  const due = { at: dueAt, rule: 'defect' as const, version: 1 }
  const deed = receiveTicket(phone.estate.community.id, by, { due })
  const give = { act: 'assign' as const, from: 'received' as const, to: me, words: '' }
  await saveActs(
    phone.database,
    [
      { kind: 'Ticket', record: ticket, act: deed },
      ...(handler ? [{ kind: 'Ticket' as const, record: ticket, act: give }] : []),
    ],
    author(by, phone.tick.value),
  )
  return ticket
}

describe('the phone that rings by itself', () => {
  it('[CK12] [TD8] rings once at a supervisor’s when a ticket comes as far as them', async () => {
    Object.assign(phone.phone.person, { roles: ['supervisor'] })
    const ticket = newId<TicketId>()
    const by = newId<StaffId>()
    const due = { at: at(8, 40), rule: 'defect' as const, version: 1 }
    const deed = receiveTicket(phone.estate.community.id, by, { due })
    const acts = [
      { kind: 'Ticket' as const, record: ticket, act: deed },
      {
        ...{ kind: 'Ticket' as const, record: ticket },
        act: { act: 'accept' as const, from: 'received' as const },
      },
    ]
    await saveActs(phone.database, acts, author(by, at(8)))
    const ring = await open()
    expect(ring.shown).toEqual([])
    phone.tick.value = at(9, 11)
    await vi.waitFor(() => expect(ring.shown.map(({ why }) => why)).toEqual(['raised']))
    expect(ring.shown[0]?.matter.key).toBe(`ticket/${ticket}`)
    phone.tick.value = at(9, 20)
    await vi.waitFor(async () =>
      expect(await rung()).toContain(`ticket/${ticket}/raised/${at(9, 10)}`),
    )
    expect(hand).toHaveBeenCalledTimes(1)
  })

  it('[TD8] shows what stood so at the first opening, and rings when a clock comes near', async () => {
    await take(at(8))
    phone.tick.value += MINUTE
    const ring = await open()
    expect(ring.shown).toEqual([])
    const near = await take(at(10, 30))
    phone.tick.value = at(9, 31)
    await vi.waitFor(() => expect(ring.shown.map(({ why }) => why)).toEqual(['soon']))
    expect(ring.shown[0]?.matter.key).toBe(`ticket/${near}`)
    expect(hand).toHaveBeenCalledTimes(1)
    phone.tick.value = at(10, 31)
    await vi.waitFor(() => expect(ring.shown.map(({ why }) => why)).toContain('late'))
  })

  it('[TD8] rings for a ticket somebody else gave, once, also after a reload', async () => {
    const ring = await open()
    await take(at(48), phone.phone.person.staff)
    await vi.waitFor(() => expect(ring.shown.map(({ why }) => why)).toEqual(['assigned']))
    phone.tick.value += MINUTE
    phone = await phone.dieAndOpen()
    const again = await open()
    const more = await take(at(48), phone.phone.person.staff)
    await vi.waitFor(() =>
      expect(again.shown.map(({ matter }) => matter.key)).toEqual([`ticket/${more}`]),
    )
    expect(hand).toHaveBeenCalledTimes(2)
  })

  it('[TD8] rings once, together, for what happened while it was closed', async () => {
    await open()
    phone = await phone.dieAndOpen()
    await take(at(48), phone.phone.person.staff)
    await take(at(9, 20))
    const again = await open()
    await vi.waitFor(() => expect(again.shown).toHaveLength(2))
    expect(hand).toHaveBeenCalledTimes(1)
  })

  it('[TD8] is quiet when switched off, and does not make up for it later', async () => {
    const ring = await open()
    ring.isOn = false
    await take(at(9, 20))
    await vi.waitFor(async () => expect(await rung()).toHaveLength(1))
    ring.isOn = true
    await take(at(9, 30))
    await vi.waitFor(() => expect(ring.shown).toHaveLength(1))
    expect(hand).toHaveBeenCalledTimes(1)
  })
})
