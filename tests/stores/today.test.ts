// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { StaffId } from '../../src/domain/id'
import { MINUTE } from '../../src/domain/instant'
import type { TicketId } from '../../src/domain/ticket/ticket'
import { readDraft, writeDraft } from '../../src/storage/draft'
import { saveActs } from '../../src/storage/save-acts'
import { act } from '../../src/stores/act'
import { useToday } from '../../src/stores/today'
import { newId } from '../support/build/ids'
import { receiveTicket } from '../support/build/ticket'
import { author } from '../support/phone-parts'
import { at, PatrolPhone } from '../support/patrol-phone'
// What Today finds later is here before a test can end.
import '../../src/stores/find-errands'
import '../../src/stores/visit-errands'

let phone: PatrolPhone
beforeEach(async () => {
  phone = await PatrolPhone.open(at(9))
})
afterEach(() => phone.close())

const open = async () => {
  const today = phone.use(() => useToday())
  await vi.waitFor(() => expect(today.isRead).toBe(true))
  return today
}
const me = () => phone.phone.person.staff
const take = async (
  dueAt: number,
  by: StaffId = me(),
  receivedAt = phone.tick.value,
): Promise<TicketId> => {
  const ticket = newId<TicketId>()
  const due = { at: dueAt, rule: 'defect' as const, version: 1 }
  const deed = receiveTicket(phone.estate.community.id, by, { due })
  const acts = [{ kind: 'Ticket' as const, record: ticket, act: deed }]
  await saveActs(phone.database, acts, author(by, receivedAt))
  return ticket
}
const keys = (today: Awaited<ReturnType<typeof open>>) =>
  today.matters.map(({ key, standing }) => [key, standing])

describe('Today on the phone', () => {
  it('[TD1] holds the rounds, the tickets of this person and nobody else’s', async () => {
    const [mine] = await Promise.all([take(at(9, 40)), take(at(9, 30), newId<StaffId>())])
    const today = await open()
    await vi.waitFor(() =>
      expect(keys(today)).toEqual([
        [`ticket/${mine}`, 'soon'],
        [`round/${phone.round}`, 'now'],
      ]),
    )
    expect(today.needed).toBe(1)
    expect(today.isFree).toBe(false)
  })

  it('[TD2] moves a line as the clock moves, with nobody touching anything', async () => {
    const mine = await take(at(9, 40))
    const today = await open()
    await vi.waitFor(() => expect(today.needed).toBe(1))
    phone.tick.value = at(9, 40) + MINUTE
    expect(keys(today)[0]).toEqual([`ticket/${mine}`, 'late'])
    phone.tick.value = at(11, 0)
    expect(keys(today)).toContainEqual([`round/${phone.round}`, 'soon'])
    expect(today.needed).toBe(2)
  })

  it('[TD1] puts a stop left half done on its round’s line, and a snap on one of its own', async () => {
    const today = await open()
    const stop = `visit/${phone.round}/${phone.estate.pump.id}`
    await writeDraft(phone.database, stop, { checkIn: null, answers: [{ item: 'a' }] }, at(8, 50))
    await writeDraft(phone.database, 'snap', { photos: [], words: '' }, at(8, 55))
    await vi.waitFor(() => expect(today.matters[0]?.begunAt).toBe(at(8, 50)))
    expect(today.matters).toHaveLength(1)
    await writeDraft(phone.database, 'snap', { photos: [], words: '灯不亮' }, at(8, 58))
    await vi.waitFor(() =>
      expect(today.matters.map(({ kind }) => kind)).toEqual(['round', 'begun']),
    )
  })

  it.each([
    ['repair/new', { found: '', done: '换了角阀' }],
    ['repair/new', { courtesy: '老人独居' }],
    ['repair/new', { unattended: '都在开会' }],
    ['intake/a', { words: '', wanted: '今晚前修好' }],
    ['intake/a', { said: '业主要一个说法' }],
    ['clocks/a', { words: { daysOff: '1月1日' } }],
  ])(
    '[RN1] [TD1] has a line for what was begun in %s and left, also after the phone died',
    async (key, value) => {
      await writeDraft(phone.database, key, value, at(8, 50))
      phone = await phone.dieAndOpen()
      const today = await open()
      await vi.waitFor(() =>
        expect(today.matters.filter(({ kind }) => kind === 'begun')).toHaveLength(1),
      )
      expect(await readDraft(phone.database, key)).toEqual(value)
    },
  )

  it('[TD1] says on the ticket’s line that the server would not take a piece of it', async () => {
    const mine = await take(at(20))
    await phone.database.outbox.toCollection().modify({ state: 'refused' })
    const today = await open()
    await vi.waitFor(() => expect(keys(today)[0]).toEqual([`ticket/${mine}`, 'needsYou']))
    expect(today.matters[0]?.refused).toBe(1)
    expect(today.matters).toHaveLength(2)
  })

  it('[TD5] keeps what was closed today at the end, and forgets it tomorrow', async () => {
    const mine = await take(at(20))
    const cancel = { act: 'cancel' as const, from: 'received' as const, words: '重复' }
    await act(phone.phone, [{ kind: 'Ticket', record: mine, act: cancel }])
    const today = await open()
    await vi.waitFor(() => expect(keys(today).at(-1)).toEqual([`ticket/${mine}`, 'done']))
    phone.tick.value = at(24 + 9)
    await vi.waitFor(() => expect(keys(today).map(([key]) => key)).not.toContain(`ticket/${mine}`))
  })

  it('[TD7] counts for a supervisor what was escalated or nobody took in time, each once', async () => {
    await take(at(8, 20), newId<StaffId>(), at(8))
    await take(at(20), newId<StaffId>())
    await take(at(8, 40))
    const steward = await open()
    await vi.waitFor(() => expect(steward.neededOf('ticket')).toBe(1))
    phone = await phone.dieAndOpen()
    Object.assign(phone.phone.person, { roles: ['supervisor'] })
    const supervisor = await open()
    await vi.waitFor(() => expect(supervisor.neededOf('ticket')).toBe(2))
    expect(supervisor.neededOf('round')).toBe(0)
    phone.tick.value = at(9, 40)
    await vi.waitFor(() => expect(supervisor.neededOf('ticket')).toBe(3))
  })

  it('[CK12] shows a supervisor what came as far as them, once, with who was told and when', async () => {
    const other = newId<StaffId>()
    const lying = await take(at(8, 20), other, at(8))
    await take(at(8, 40), other)
    const own = await take(at(8, 10))
    Object.assign(phone.phone.person, { roles: ['supervisor'] })
    const today = await open()
    const lines = () =>
      today.matters.flatMap(({ key, kind, standing, at: told }) =>
        kind === 'round' ? [] : [[key, kind, standing, told]],
      )
    await vi.waitFor(() =>
      expect(lines()).toEqual([
        [`ticket/${own}`, 'ticket', 'late', at(8, 10)],
        [`ticket/${lying}`, 'errand', 'late', at(8, 50)],
      ]),
    )
    const [line] = today.matters.filter(({ kind }) => kind === 'errand')
    expect(line?.kind === 'errand' && line.errand.raised?.told).toMatchObject([
      { step: 'overdue', at: at(8, 20), to: other },
      { step: 'supervisor', at: at(8, 50), to: null },
    ])
    expect(today.neededOf('ticket')).toBe(2)
    // Taken up and put right, it is nobody's alarm any more.
    const acts = [
      { act: 'accept' as const, from: 'received' as const },
      { act: 'resolve' as const, from: 'accepted' as const, words: '换了', photos: [] },
    ]
    const given = acts.map((deed) => ({ kind: 'Ticket' as const, record: lying, act: deed }))
    await saveActs(phone.database, given, author(other, at(9)))
    await vi.waitFor(() => expect(lines()).toHaveLength(1))
  })

  it('[CK12] shows a supervisor what nobody takes, from its time on and after a return again', async () => {
    const other = newId<StaffId>()
    const free = await take(at(20), other)
    Object.assign(phone.phone.person, { roles: ['supervisor'] })
    const today = await open()
    const raised = () => today.matters.filter(({ kind }) => kind === 'errand')
    phone.tick.value = at(9, 29)
    await vi.waitFor(() => expect(today.isRead).toBe(true))
    expect(raised()).toEqual([])
    phone.tick.value = at(9, 31)
    await vi.waitFor(() =>
      expect(raised().map(({ key, standing, at: told }) => [key, standing, told])).toEqual([
        [`ticket/${free}`, 'soon', at(9, 30)],
      ]),
    )
    const takeUp = { act: 'accept' as const, from: 'received' as const }
    const giveBack = { act: 'return' as const, from: 'accepted' as const, words: '不归我' }
    const doIt = (deed: typeof takeUp | typeof giveBack, time: number) =>
      saveActs(phone.database, [{ kind: 'Ticket', record: free, act: deed }], author(other, time))
    await doIt(takeUp, at(9, 32))
    await vi.waitFor(() => expect(raised()).toEqual([]))
    await doIt(giveBack, at(9, 40))
    phone.tick.value = at(10, 11)
    await vi.waitFor(() => expect(raised().map(({ at: told }) => told)).toEqual([at(10, 10)]))
  })

  it('[CK12] counts for a manager only what came as far as the manager', async () => {
    await take(at(8, 20), newId<StaffId>(), at(8))
    Object.assign(phone.phone.person, { roles: ['manager'] })
    const manager = await open()
    await vi.waitFor(() => expect(manager.isRead).toBe(true))
    expect(manager.neededOf('ticket')).toBe(0)
    phone.tick.value = at(12, 21)
    await vi.waitFor(() => expect(manager.neededOf('ticket')).toBe(1))
  })
})
