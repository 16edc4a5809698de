import { describe, expect, it } from 'vitest'
import type { StaffId } from '../../../src/domain/id'
import { HOUR, type Instant } from '../../../src/domain/instant'
import { openPromisesOf, wordsGiven } from '../../../src/domain/promise/given'
import { rateOf, shareKept } from '../../../src/domain/promise/rate'
import { listsOf } from '../../../src/domain/ticket/list'
import type { TicketAct } from '../../../src/domain/ticket/act'
import { ticketKind } from '../../../src/domain/ticket/apply'
import type { Ticket, TicketId } from '../../../src/domain/ticket/ticket'
import { nameId, newId } from '../../support/build/ids'
import { receiveTicket } from '../../support/build/ticket'

const [LI, ZHAO] = [newId<StaffId>(), newId<StaffId>()]
const HOME = newId<NonNullable<Ticket['home']>>()
const RECORD = newId<TicketId>()
const [NINE, TEN, ELEVEN] = [9 * HOUR, 10 * HOUR, 11 * HOUR]

const put = (ticket: Ticket | null, by: StaffId, at: Instant, act: TicketAct): Ticket => {
  const context = { at, by, change: newId<never>(), record: RECORD, nameId }
  const done = ticketKind.apply(ticket, act, context)
  if (done.outcome !== 'applied') throw new Error(`${act.act} ${done.outcome}`)
  return done.record
}
const told = (nextWordAt: Instant | null, reached = true): TicketAct => ({
  ...{ act: 'tellOwner', channel: 'phone', reached, words: '查完回您', nextWordAt },
})
const received = () => put(null, LI, NINE, receiveTicket(newId(), LI, { home: HOME }))
const promised = () => put(received(), LI, NINE, told(TEN))
const fatesOf = (ticket: Ticket, now: Instant) => wordsGiven(ticket, now).map(({ fate }) => fate)

describe('[PR2] a word agreed on a ticket', () => {
  it('is a promise to the home it concerns, by whoever said it', () => {
    const [word] = wordsGiven(promised(), NINE)
    expect(word).toMatchObject({ kind: 'word', home: HOME, dueAt: TEN, saidBy: LI, keeper: LI })
    expect([listsOf(promised()).includes('word'), listsOf(received()).includes('word')]).toEqual([
      ...[true, false],
    ])
  })

  it('is kept by telling again in time, late after it, and past its time until then', () => {
    expect(fatesOf(promised(), TEN)).toEqual(['open'])
    expect(fatesOf(promised(), TEN + 1)).toEqual(['overdue'])
    expect(fatesOf(put(promised(), ZHAO, TEN, told(null)), ELEVEN)).toEqual(['kept'])
    expect(fatesOf(put(promised(), LI, TEN + 1, told(ELEVEN)), TEN + 2)).toEqual(['late', 'open'])
  })

  it('[PR4] goes by when people told, not by when it came up', () => {
    const lateFirst = put(put(promised(), LI, ELEVEN, told(null)), ZHAO, TEN - 1, told(null))
    expect(fatesOf(lateFirst, ELEVEN)).toEqual(['kept'])
  })

  it('a try neither keeps nor promises anything, unless it left another time', () => {
    expect(fatesOf(put(promised(), LI, TEN - 1, told(null, false)), TEN)).toEqual(['open'])
    const slip = put(promised(), LI, TEN - 1, told(ELEVEN, false))
    expect(fatesOf(slip, TEN)).toEqual(['kept', 'open'])
  })

  it('is let go of with a ticket that closes before its time, after three tries', () => {
    const start = put(promised(), LI, NINE, { ...begun('received') })
    let ticket = put(start, LI, NINE, { ...begun('inProgress'), act: 'resolve' })
    for (const at of [1, 2, 3]) ticket = put(ticket, LI, NINE + at, told(null, false))
    const close = { act: 'close', from: 'resolved' } as const
    const late = put(ticket, LI, ELEVEN, close)
    expect(fatesOf(late, ELEVEN)).toEqual(['broken'])
    ticket = put(ticket, LI, TEN, close)
    expect(fatesOf(ticket, ELEVEN)).toEqual(['released'])
    expect(listsOf(ticket)).toContain('word')
  })

  it('[PR8] stays theirs who said it while the ticket is, then the first responsible’s', () => {
    const zhaos = put(received(), ZHAO, NINE, { act: 'accept', from: 'received' })
    const word = put(zhaos, ZHAO, NINE, told(TEN))
    expect(wordsGiven(word, NINE)[0]?.keeper).toBe(ZHAO)
    const back = put(word, ZHAO, NINE, { act: 'return', from: 'accepted', words: '我下班了' })
    const [passed] = wordsGiven(back, NINE)
    expect([passed?.keeper, passed?.saidBy]).toEqual([LI, ZHAO])
    expect(openPromisesOf(wordsGiven(back, NINE), LI)).toHaveLength(1)
  })

  it('[PR10] counts with the others: a share only with what came due', () => {
    const given = [
      ...wordsGiven(put(promised(), LI, TEN, told(null)), ELEVEN),
      ...wordsGiven(put(promised(), LI, TEN + 1, told(null)), ELEVEN),
      ...wordsGiven(promised(), ELEVEN),
      ...wordsGiven(promised(), NINE),
    ]
    const rate = rateOf(given)
    expect(rate).toMatchObject({ kept: 1, late: 1, overdue: 1, open: 1, due: 3 })
    expect([shareKept(rate), shareKept(rateOf([]))]).toEqual([33, null])
  })
})

function begun(from: 'received' | 'inProgress') {
  return { act: 'start' as const, from, words: '', photos: [] }
}
