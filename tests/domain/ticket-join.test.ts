import { describe, expect, it } from 'vitest'
import type { ActContext } from '../../src/domain/record-kind'
import type { TicketAct } from '../../src/domain/ticket/act'
import { ticketKind } from '../../src/domain/ticket/apply'
import { sentBackTimes, untoldOf, whatClosingNeeds } from '../../src/domain/ticket/closing'
import { joinedOf } from '../../src/domain/ticket/join'
import { responsibleOf } from '../../src/domain/ticket/person'
import type { Ticket, TicketId } from '../../src/domain/ticket/ticket'
import { handlerOf } from '../../src/domain/ticket/handler'
import { nameId, newId } from '../support/build/ids'
import { photoRef } from '../support/build/patrol'
import { receiveTicket } from '../support/build/ticket'

const LI = newId<ActContext['by']>()
const ZHAO = newId<ActContext['by']>()
const HE = newId<ActContext['by']>()
const home = () => newId<NonNullable<Ticket['home']>>()
let clock = 10

const contextOf = (record: TicketId, by: ActContext['by']): ActContext => ({
  ...{ at: (clock += 1), by, change: newId(), record, nameId },
})
const take = (where: Ticket['home']): Ticket => {
  const act = receiveTicket(newId(), LI, { home: where })
  const result = ticketKind.apply(null, act, contextOf(newId<TicketId>(), LI))
  if (result.outcome !== 'applied') throw new Error('not received')
  return result.record
}
const tell = (ticket: Ticket, act: TicketAct, by = LI) =>
  ticketKind.apply(ticket, act, contextOf(ticket.id, by))
const after = (ticket: Ticket, act: TicketAct, by = LI): Ticket => {
  const result = tell(ticket, act, by)
  if (result.outcome !== 'applied') throw new Error(`${act.act} ${result.outcome}`)
  return result.record
}
const reached = { channel: 'phone', reached: true, words: '', nextWordAt: null } as const
const fix = (ticket: Ticket, by = ZHAO) => {
  const here = after(ticket, { act: 'start', from: ticket.status, words: '', photos: [] }, by)
  return after(here, { act: 'resolve', from: 'inProgress', words: '好了', photos: [] }, by)
}

describe('joining tickets', () => {
  const join = () => {
    const [one, other] = [take(home()), take(home())]
    const joined = after(other, { act: 'join', from: 'received', into: one.id })
    return {
      one: after(one, { act: 'takeIn', joined: joinedOf(other) }),
      other: joined,
      was: other,
    }
  }

  it('[TK18] the one closes and points to the other, which takes its people in', () => {
    const { one, other } = join()
    expect(other).toMatchObject({ status: 'closed', closing: 'joined', into: one.id })
    expect(one.thread.at(-1)).toMatchObject({ kind: 'tookIn', ticket: other.id })
    expect(one.joined).toEqual([{ ticket: other.id, home: other.home, caller: null, with: null }])
  })

  it('[TK16] closing waits for each of them to be told', () => {
    const { one, other } = join()
    const fixed = fix(one)
    expect(untoldOf(fixed).map(({ ticket }) => ticket)).toEqual([one.id, other.id])
    const half = after(fixed, { act: 'tellOwner', ...reached })
    expect(whatClosingNeeds(half)).toBe('tell-owner')
    expect(tell(half, { act: 'close', from: 'resolved' })).toMatchObject({
      ...{ outcome: 'noted', why: 'proof-missing', record: { status: 'resolved' } },
    })
    const both = after(half, { act: 'tellOwner', ...reached, of: other.id })
    expect(whatClosingNeeds(both)).toBeNull()
    expect(after(both, { act: 'close', from: 'resolved' }).status).toBe('closed')
  })

  it('[TK18] what was joined before comes along, and goes out again with it', () => {
    const { one, other } = join()
    const third = take(home())
    const closed = after(one, { act: 'join', from: 'received', into: third.id })
    const all = after(third, { act: 'takeIn', joined: joinedOf(closed) })
    expect(all.joined?.map(({ ticket }) => ticket)).toEqual([one.id, other.id])
    expect(after(all, { act: 'takeOut', ticket: one.id }).joined).toEqual([])
  })

  it('[TK18] joined to one that closed meanwhile, that one is open again until they were told', () => {
    const one = after(fix(take(home())), { act: 'tellOwner', ...reached })
    const closed = after(one, { act: 'close', from: 'resolved' })
    const late = take(home())
    const open = after(closed, { act: 'takeIn', joined: joinedOf(late) })
    expect(open.status).toBe('resolved')
    expect(untoldOf(open).map(({ ticket }) => ticket)).toEqual([late.id])
  })

  it('[TK18] taken out again, it is whose it was; nothing is joined to itself', () => {
    const { other } = join()
    expect(after(other, { act: 'separate', from: 'closed' }).status).toBe('received')
    const given = after(take(home()), { act: 'assign', from: 'received', to: ZHAO, words: '' })
    const joined = after(given, { act: 'join', from: 'assigned', into: newId<TicketId>() })
    expect(after(joined, { act: 'separate', from: 'closed' })).toMatchObject({
      ...{ status: 'assigned', handler: ZHAO },
    })
    const act: TicketAct = { act: 'join', from: 'received', into: other.id }
    expect(tell({ ...take(null), id: other.id }, act).outcome).toBe('refused')
  })
})

describe('who has it', () => {
  it('[TK12] passed on, its giver answers for it until it is accepted, and has it again if not', () => {
    const mine = after(take(null), { act: 'accept', from: 'received' }, ZHAO)
    const passed = after(mine, { act: 'transfer', from: 'accepted', to: HE, words: '休息' }, ZHAO)
    expect(handlerOf(passed)).toBe(HE)
    expect(responsibleOf(passed)).toBe(ZHAO)
    expect(tell(passed, { act: 'accept', from: 'assigned' }, LI).outcome).toBe('noted')
    expect(responsibleOf(after(passed, { act: 'accept', from: 'assigned' }, HE))).toBe(HE)
    const back = after(passed, { act: 'return', from: 'assigned', words: '没空' }, HE)
    expect(back).toMatchObject({ status: 'accepted', handler: ZHAO })
  })

  it('[TK19] somebody outside does it: our handler and the clock stay', () => {
    const mine = after(take(null), { act: 'accept', from: 'received' }, ZHAO)
    const by = { name: '恒通电梯', what: '换门机皮带', until: 9_000 }
    const out = after(mine, { act: 'engage', from: 'accepted', ...by }, ZHAO)
    expect(out).toMatchObject({ status: 'accepted', handler: ZHAO, outside: by, due: mine.due })
    const working = after(out, { act: 'start', from: 'accepted', words: '', photos: [] }, ZHAO)
    expect(working).toMatchObject({ outside: by })
    expect(fix({ ...working, status: 'accepted' } as Ticket)).not.toHaveProperty('outside')
    const done = after(working, { act: 'release', from: 'inProgress', words: '做完了' }, ZHAO)
    expect(done).not.toHaveProperty('outside.name')
    expect(tell(done, { act: 'release', from: 'inProgress', words: '' }).outcome).toBe('noted')
  })

  it('[TK10] own work closes nothing, nor does a look without a photo; sending back is counted', () => {
    const fixed = fix(take(null))
    const look = { act: 'recheck', from: 'resolved', passed: true, words: '' } as const
    const photos = [photoRef('c')]
    expect(after(fixed, { ...look, photos }, ZHAO).status).toBe('resolved')
    expect(after(fixed, { ...look, photos: [] }, HE).status).toBe('resolved')
    expect(after(fixed, { ...look, photos }, HE)).toMatchObject({ closing: 'recheck' })
    const back = after(fixed, { ...look, passed: false, words: '还在滴', photos }, HE)
    expect(back).toMatchObject({ status: 'inProgress', handler: ZHAO })
    expect(sentBackTimes(back)).toBe(1)
  })
})

describe('what is not done', () => {
  it('[TK17] [TK13] declined or cancelled, it closes at once only where nobody waits for an answer', () => {
    const nobody = after(take(null), { act: 'decline', from: 'received', words: '不在范围' })
    expect(nobody).toMatchObject({ status: 'closed', closing: 'declined' })
    const waits = after(take(home()), { act: 'decline', from: 'received', words: '不在范围' })
    expect(waits).toMatchObject({ status: 'resolved', ending: 'declined' })
    expect(whatClosingNeeds(waits)).toBe('tell-owner')
    const told = after(waits, { act: 'tellOwner', ...reached })
    expect(after(told, { act: 'close', from: 'resolved' })).toMatchObject({ closing: 'declined' })
    const cancelled = after(take(home()), { act: 'cancel', from: 'received', words: '没这事' })
    expect(cancelled).toMatchObject({ status: 'resolved', ending: 'cancelled' })
  })
})
