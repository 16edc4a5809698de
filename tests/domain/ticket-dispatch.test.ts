import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StaffId } from '../../src/domain/id'
import { HOUR } from '../../src/domain/instant'
import type { Role } from '../../src/domain/role'
import type { Staff } from '../../src/domain/staff'
import type { TicketAct } from '../../src/domain/ticket/act'
import { ticketKind } from '../../src/domain/ticket/apply'
import { deedsOf } from '../../src/domain/ticket/deed'
import { mustHearOfFirst } from '../../src/domain/ticket/first-responsible'
import { tookTooLate } from '../../src/domain/ticket/late'
import { peopleOf } from '../../src/domain/ticket/person'
import type { Ticket, TicketId } from '../../src/domain/ticket/ticket'
import { loadsOf, turnsOf } from '../../src/domain/ticket/turn'
import { nameId, newId } from '../support/build/ids'
import { receiveTicket } from '../support/build/ticket'

const [LI, SUN, ZHAO, HE] = [newId(), newId(), newId(), newId()] as [
  ...[StaffId, StaffId, StaffId, StaffId],
]
let clock = HOUR
const does = (ticket: Ticket | null, by: StaffId, act: TicketAct) => {
  const record = ticket?.id ?? newId<TicketId>()
  const context = { at: (clock += 1), by, change: newId<never>(), record, nameId }
  const result = ticketKind.apply(ticket, act, context)
  if (result.outcome === 'refused') throw new Error(`${act.act} refused`)
  return result
}
const put = (ticket: Ticket | null, by: StaffId, act: TicketAct) => does(ticket, by, act).record
const take = (over: object = {}) =>
  put(null, LI, receiveTicket(newId(), LI, { home: newId<never>(), ...over }))
const offer = (ticket: Ticket, to: StaffId) =>
  put(ticket, LI, { act: 'offerFirst', to, words: '我下周休息' })
const all = () => true

describe('who answers to the owner', () => {
  it('[TK40] passes by name, and only once it is taken', () => {
    const offered = offer(take(), SUN)
    expect(offered.firstResponsible).toBe(LI)
    expect(peopleOf(offered)).toContain(SUN)
    expect(deedsOf(offered, SUN, all)[0]).toBe('takeFirst')
    expect(deedsOf(offered, ZHAO, all)).not.toContain('takeFirst')
    const taken = put(offered, SUN, { act: 'takeFirst' })
    expect(taken.firstResponsible).toBe(SUN)
    expect(taken.firstOffer).toBeUndefined()
  })

  it('[TK40] refused it stays where it was; taken by anybody else it is kept as too late', () => {
    const offered = offer(take(), SUN)
    const refused = put(offered, SUN, { act: 'refuseFirst', words: '手上已经很多' })
    expect([refused.firstResponsible, refused.firstOffer]).toEqual([LI, undefined])
    const late = does(offer(offered, HE), SUN, { act: 'takeFirst' })
    expect(late.outcome).toBe('noted')
    expect(late.record.firstResponsible).toBe(LI)
    expect(late.record.thread.at(-1)).toMatchObject({ kind: 'late', step: 'takeFirst' })
  })

  it('[TK40] whatever is offered, taken and refused, somebody answers', () => {
    const someone = fc.constantFrom(LI, SUN, ZHAO, HE)
    const kinds = fc.constantFrom('offer', 'take', 'refuse')
    fc.assert(
      fc.property(fc.array(fc.tuple(kinds, someone, someone)), (steps) => {
        let ticket = take()
        for (const [kind, by, to] of steps) {
          if (kind === 'offer' && to === ticket.firstResponsible) continue
          const before = ticket
          if (kind === 'offer') ticket = put(ticket, by, { act: 'offerFirst', to, words: '' })
          else if (kind === 'take') ticket = put(ticket, by, { act: 'takeFirst' })
          else ticket = put(ticket, by, { act: 'refuseFirst', words: '不行' })
          const isPassed = kind === 'take' && before.firstOffer?.to === by
          expect(ticket.firstResponsible).toBe(isPassed ? by : before.firstResponsible)
        }
      }),
    )
  })

  it('[TK41] the owner is to hear of it, until they were reached', () => {
    const taken = put(offer(take(), SUN), SUN, { act: 'takeFirst' })
    expect(mustHearOfFirst(take())).toBe(false)
    expect(mustHearOfFirst(taken)).toBe(true)
    const tell = (reached: boolean) =>
      put(taken, SUN, {
        ...{ act: 'tellOwner', channel: 'phone', reached, words: '', nextWordAt: null },
      })
    expect(mustHearOfFirst(tell(false))).toBe(true)
    expect(mustHearOfFirst(tell(true))).toBe(false)
  })
})

describe('who works on it', () => {
  it('[TK42] helpers have it on their plate, and the handler stays', () => {
    const accepted = put(take(), ZHAO, { act: 'accept', from: 'received' })
    const helped = put(accepted, ZHAO, { act: 'addHelper', who: HE })
    expect(peopleOf(helped)).toContain(HE)
    expect(helped).toMatchObject({ handler: ZHAO, helpers: [HE] })
    expect(does(helped, LI, { act: 'addHelper', who: HE }).outcome).toBe('noted')
    expect(peopleOf(put(helped, ZHAO, { act: 'dropHelper', who: HE }))).not.toContain(HE)
  })

  it('[TK43] proposes the department, then who has least, then who was given something longest ago', () => {
    const person = (id: StaffId, name: string, ...roles: Role[]): Staff => ({
      ...{ id, name, roles, active: true },
    })
    const staff = [
      ...[person(LI, '李敏', 'steward'), person(ZHAO, '赵强', 'engineer')],
      person(HE, '何涛', 'engineer'),
    ]
    const given = (to: StaffId) =>
      put(take(), LI, { act: 'assign', from: 'received', to, words: '' })
    const names = (open: readonly Ticket[]) =>
      turnsOf('repair', staff, loadsOf(open)).map((turn) => turn.staff.name)
    const [first, second] = [given(ZHAO), given(HE)]
    expect(names([])).toEqual(['何涛', '赵强'])
    expect(names([second])).toEqual(['赵强', '何涛'])
    expect(names([first, second])).toEqual(['赵强', '何涛'])
    expect(names([second, given(HE), first])).toEqual(['赵强', '何涛'])
  })

  it('[TK44] of two who take it, the other is told when, and who was faster', () => {
    const seen = take()
    const first = put(seen, ZHAO, { act: 'accept', from: 'received' })
    const second = does(first, HE, { act: 'accept', from: 'received' })
    expect(second.outcome).toBe('noted')
    expect(tookTooLate(second.record, HE)).toBe(clock)
    expect(tookTooLate(second.record, ZHAO)).toBeNull()
  })
})
