import { describe, expect, it } from 'vitest'
import type { ChangeId, StaffId } from '../../src/domain/id'
import type { TicketAct } from '../../src/domain/ticket/act'
import { ticketKind } from '../../src/domain/ticket/apply'
import { deedsOf } from '../../src/domain/ticket/deed'
import { listsOf } from '../../src/domain/ticket/list'
import { isSampled, SAMPLED_ONE_IN, waitsForSample } from '../../src/domain/ticket/sample'
import type { Ticket, TicketId } from '../../src/domain/ticket/ticket'
import { nameId, newId } from '../support/build/ids'
import { photoRef } from '../support/build/patrol'
import { receiveTicket } from '../support/build/ticket'

const [LI, ZHOU] = [newId<StaffId>(), newId<StaffId>()]
let clock = 1

const apply = (ticket: Ticket | null, record: TicketId, act: TicketAct, by: StaffId) =>
  ticketKind.apply(ticket, act, { at: (clock += 1), by, change: newId<never>(), record, nameId })
const idWhere = (isWanted: boolean): TicketId => {
  for (;;) {
    const id = newId<TicketId>()
    if (isSampled(id) === isWanted) return id
  }
}
const fixed = (id: TicketId): Ticket => {
  const act = receiveTicket(newId(), LI, { fixed: { after: [photoRef('a')], words: '拧紧了' } })
  const result = apply(null, id, act, LI)
  if (result.outcome !== 'applied') throw new Error('not received')
  return result.record
}
const look = (ticket: Ticket, by: StaffId, over: object = {}) =>
  apply(
    ticket,
    ticket.id,
    {
      ...{ act: 'recheck', from: 'closed', passed: true, words: '', photos: [photoRef('b')] },
      ...over,
    },
    by,
  )

describe('[TK26] what was put right on the spot', () => {
  it('is drawn by its id alone, about one in ten', () => {
    const ids = Array.from({ length: 4_000 }, () => newId<TicketId>())
    const drawn = ids.filter(isSampled).length
    expect(drawn).toBeGreaterThan((4_000 / SAMPLED_ONE_IN) * 0.7)
    expect(drawn).toBeLessThan((4_000 / SAMPLED_ONE_IN) * 1.3)
  })

  it('waits in a list of its own, closed as it is; what was not drawn waits for nobody', () => {
    expect(listsOf(fixed(idWhere(true)))).toEqual(['closed', 'sample', `handler/${LI}`])
    expect(listsOf(fixed(idWhere(false)))).not.toContain('sample')
  })

  it('is looked at by somebody else with a fresh photo, and waits no more', () => {
    const ticket = fixed(idWhere(true))
    const { outcome, record } = look(ticket, ZHOU) as { outcome: string; record: Ticket }
    expect([outcome, record.status, waitsForSample(record)]).toEqual(['applied', 'closed', false])
    expect(listsOf(record)).not.toContain('sample')
  })

  it('is not proved by the fixer, nor without a photo', () => {
    const ticket = fixed(idWhere(true))
    for (const result of [look(ticket, LI), look(ticket, ZHOU, { photos: [] })])
      expect(result).toMatchObject({ outcome: 'applied', record: { status: 'closed' } })
    expect(deedsOf(ticket, LI, () => true)).not.toContain('recheck')
    expect(deedsOf(ticket, ZHOU, () => true)[0]).toBe('recheck')
    const own = look(ticket, LI)
    expect(own.outcome === 'applied' && waitsForSample(own.record)).toBe(true)
  })

  it('found wrong is the fixer’s work again', () => {
    const ticket = fixed(idWhere(true))
    expect(look(ticket, ZHOU, { passed: false, words: '还在滴' })).toMatchObject({
      record: { status: 'inProgress', handler: LI },
    })
  })

  it('[TK28] found wrong has a clock of its own from the second look, and loses it with the look', () => {
    const ticket = fixed(idWhere(true))
    const due = { ...ticket.due, at: ticket.due.at + 7, version: 2 }
    const wrong = { passed: false, words: '还在滴', due }
    const again = look(ticket, ZHOU, wrong)
    if (again.outcome !== 'applied') throw new Error(again.outcome)
    expect(again.record.due).toEqual(due)
    const change = again.record.thread.at(-1)?.change
    expect(change).toBeDefined()
    expect(
      apply(again.record, ticket.id, { act: 'undo', change: change as ChangeId }, ZHOU),
    ).toMatchObject({ outcome: 'applied', record: { status: 'closed', due: ticket.due } })
  })

  it('[TK28] keeps its clock where the look brings none, was good, or came too late', () => {
    const ticket = fixed(idWhere(true))
    const due = { ...ticket.due, at: ticket.due.at + 7 }
    const reopened = { act: 'reopen', from: 'closed', words: '又漏', photos: [] } as const
    const open = apply(ticket, ticket.id, reopened, ZHOU)
    if (open.outcome !== 'applied') throw new Error(open.outcome)
    for (const each of [
      look(ticket, ZHOU, { passed: false, words: '还在滴' }),
      look(ticket, ZHOU, { due }),
      look(open.record, ZHOU, { passed: false, due }),
    ])
      expect(each).toMatchObject({ record: { due: ticket.due } })
  })

  it('is the only thing closed that is rechecked', () => {
    const ticket = fixed(idWhere(true))
    const cancelled = { ...ticket, closing: 'cancelled' } as Ticket
    expect(look(cancelled, ZHOU)).toMatchObject({ outcome: 'noted', record: { status: 'closed' } })
  })
})
