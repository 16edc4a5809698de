import { describe, expect, it } from 'vitest'
import { clauseAt, clauseKind, type Clause, type ClauseId } from '../../src/domain/clause'
import type { CommunityId } from '../../src/domain/community'
import type { ChangeId, StaffId } from '../../src/domain/id'
import { DAY, MINUTE } from '../../src/domain/instant'
import { mayAct } from '../../src/domain/permission'
import type { TicketAct } from '../../src/domain/ticket/act'
import { ticketKind } from '../../src/domain/ticket/apply'
import { contractOf, pendingDecline } from '../../src/domain/ticket/contract'
import { deedsOf } from '../../src/domain/ticket/deed'
import { isFollowedUp, mayFollowUp, waitsForFollowUp } from '../../src/domain/ticket/follow-up'
import { asksLesson, isWatchedAt, WATCH_DAYS } from '../../src/domain/ticket/lesson'
import { listsOf } from '../../src/domain/ticket/list'
import type { Ticket } from '../../src/domain/ticket/ticket'
import type { PlaceId } from '../../src/domain/place'
import { nameId, newId } from '../support/build/ids'
import { receiveTicket } from '../support/build/ticket'

const [steward, engineer, supervisor] = [newId<StaffId>(), newId<StaffId>(), newId<StaffId>()]
const community = newId<CommunityId>()
let clock = 1_795_482_000_000
const run = (ticket: Ticket | null, by: StaffId, act: TicketAct, id?: string) => {
  clock += MINUTE
  const context = {
    ...{ at: clock, by, change: newId<ChangeId>(), nameId },
    record: ticket?.id ?? id ?? newId(),
  }
  return ticketKind.apply(ticket, act, context)
}
const done = (ticket: Ticket | null, by: StaffId, act: TicketAct, id?: string): Ticket => {
  const result = run(ticket, by, act, id)
  if (result.outcome !== 'applied') throw new Error(`${act.act} was ${result.outcome}`)
  return result.record
}
const complaint = (over: Parameters<typeof receiveTicket>[2] = {}, id?: string) =>
  done(
    null,
    steward,
    receiveTicket(community, steward, { kind: 'complaint', home: newId<PlaceId>(), ...over }),
    id,
  )
const clause = { id: newId<ClauseId>(), version: 1 }
const propose = { act: 'proposeDecline', words: '合同里没有包含', clause } as const
const everything = () => true

describe('outside the contract', () => {
  it('[CO2] a refusal is pending: the ticket goes on, and nobody is to tell the owner', () => {
    const ticket = done(complaint(), steward, propose)
    expect(ticket.status).toBe('received')
    expect(pendingDecline(ticket)?.words).toBe('合同里没有包含')
    expect(contractOf(ticket)).toBe('pending')
    expect(listsOf(ticket)).toContain('declining')
    expect(deedsOf(ticket, steward, everything)).not.toContain('tellOwner')
    expect(deedsOf(complaint(), steward, everything)).not.toContain('decline')
  })

  it('[CO3] it stands once a supervisor confirmed that very one', () => {
    const ticket = done(complaint(), steward, propose)
    const proposal = pendingDecline(ticket)?.change ?? newId<ChangeId>()
    const other = newId<ChangeId>()
    const late = run(ticket, supervisor, {
      act: 'confirmDecline',
      from: 'received',
      proposal: other,
    })
    expect(late.outcome).toBe('noted')
    const act = { act: 'confirmDecline', from: 'received', proposal } as const
    const declined = done(ticket, supervisor, act)
    expect(declined).toMatchObject({ status: 'resolved', ending: 'declined' })
    expect(declined.thread.at(-1)).toMatchObject({ kind: 'declined', words: propose.words, clause })
    expect(contractOf(declined)).toBe('declined')
    expect(deedsOf(declined, steward, everything)).toContain('tellOwner')
    expect(mayAct(['steward'], 'Ticket', 'confirmDecline')).toBe(false)
    expect(mayAct(['supervisor'], 'Ticket', 'confirmDecline')).toBe(true)
  })

  it('[CO4] helped anyway ends the proposal and is counted as outside', () => {
    const pending = done(complaint(), steward, propose)
    const helped = done(pending, engineer, { act: 'helpAnyway', words: '顺手换了', clause })
    expect(pendingDecline(helped)).toBeNull()
    expect([contractOf(helped), contractOf(complaint())]).toEqual(['helped', 'within'])
    expect(listsOf(helped)).toContain('outside')
  })

  it('[CO3] taken back, the confirmation leaves the proposal as it was', () => {
    const ticket = done(complaint(), steward, propose)
    const proposal = pendingDecline(ticket)?.change ?? newId<ChangeId>()
    const act = { act: 'confirmDecline', from: 'received', proposal } as const
    const declined = done(ticket, supervisor, act)
    const change = declined.thread.at(-1)?.change ?? newId<ChangeId>()
    expect(contractOf(done(declined, supervisor, { act: 'undo', change }))).toBe('pending')
  })

  it('[CO1] a clause keeps every wording it had', () => {
    const words = { source: '第十二条', title: '户内', text: '旧', courtesy: '客气' }
    const at = (change: string) => ({
      ...{ at: clock, by: supervisor, change: change as ChangeId, record: clause.id, nameId },
    })
    const apply = (held: Clause | null, act: Parameters<typeof clauseKind.apply>[1]) => {
      const result = clauseKind.apply(held, act, at(newId()))
      if (result.outcome !== 'applied') throw new Error(result.outcome)
      return result.record
    }
    const first = apply(null, { act: 'publish', community, ...words })
    const second = apply(first, { act: 'amend', ...words, text: '新' })
    expect([second.version, clauseAt(second, 1).text, clauseAt(second, 2).text]).toEqual([
      ...[2, '旧', '新'],
    ])
    const gone = apply(second, { act: 'withdraw' })
    expect(clauseKind.apply(gone, { act: 'amend', ...words }, at(newId())).outcome).toBe('noted')
  })
})

const learnt = { cause: '阀门老化', lesson: '每季查一次', watch: 'place' } as const
const closed = (ticket: Ticket, over: { learnt?: typeof learnt } = {}): Ticket => {
  const accepted = done(ticket, engineer, { act: 'accept', from: 'received' })
  const resolve = { act: 'resolve', from: 'accepted', words: '好了', photos: [] } as const
  const told = done(done(accepted, engineer, resolve), steward, {
    ...{ act: 'tellOwner', channel: 'phone', reached: true, words: '', nextWordAt: null },
  })
  return done(told, steward, { act: 'close', from: 'resolved', ...over })
}
const asked = (over: Partial<Extract<TicketAct, { act: 'followUp' }>> = {}) => ({
  ...{ act: 'followUp' as const, channel: 'phone' as const, words: '好了' },
  ...{ answer: { solved: 'yes' as const, score: 5 } },
  ...over,
})

describe('closing', () => {
  it('[CL1] asks cause and lesson of a complaint, a major one, and what came back', () => {
    const repair = complaint({ kind: 'repair' })
    expect([asksLesson(complaint()), asksLesson(repair)]).toEqual([true, false])
    expect(asksLesson(complaint({ kind: 'repair', gravity: 'major' }))).toBe(true)
    const again = { act: 'reopen', from: 'closed', words: '又漏', photos: [] } as const
    expect(asksLesson(done(closed(repair), steward, again))).toBe(true)
  })

  it('[CL2] a watched place is shown for its days and no longer', () => {
    const ticket = closed(complaint(), { learnt })
    expect(listsOf(ticket)).toContain('watched')
    expect(isWatchedAt(ticket, clock)).toBe(true)
    expect(isWatchedAt(ticket, clock + WATCH_DAYS * DAY)).toBe(false)
    expect(isWatchedAt(closed(complaint()), clock)).toBe(false)
  })
})

describe('follow-up', () => {
  it('[CL3] is due for every complaint and a fifth of the repairs', () => {
    expect(listsOf(closed(complaint()))).toContain('followUp')
    const drawn = Array.from({ length: 400 }, () => closed(complaint({ kind: 'repair' }))).filter(
      isFollowedUp,
    )
    expect(drawn.length).toBeGreaterThan(30)
    expect(drawn.length).toBeLessThan(140)
    expect(isFollowedUp(closed(complaint({ kind: 'enquiry' })))).toBe(false)
  })

  it('[CL3] waits until somebody was reached, or three tries', () => {
    const ticket = closed(complaint())
    expect(waitsForFollowUp(done(ticket, steward, asked()))).toBe(false)
    const tries = [1, 2, 3].reduce<Ticket[]>(
      (made) => [...made, done(made.at(-1) ?? ticket, steward, asked({ answer: null }))],
      [],
    )
    expect(tries.map(waitsForFollowUp)).toEqual([true, true, false])
  })

  it('[CL4] is not for who did the work: kept, marked, and counted for nothing', () => {
    const ticket = closed(complaint())
    expect([mayFollowUp(ticket, engineer), mayFollowUp(ticket, steward)]).toEqual([false, true])
    const own = done(ticket, engineer, asked())
    expect(own.thread.at(-1)).toMatchObject({ kind: 'followedUp', ownWork: true })
    expect(waitsForFollowUp(own)).toBe(true)
  })

  it('[CL4] asked anew after it was opened and closed again', () => {
    const first = done(closed(complaint()), steward, asked({ answer: { solved: 'no', score: 1 } }))
    const again = { act: 'reopen', from: 'closed', words: '没好', photos: [] } as const
    const resolve = { act: 'resolve', from: 'inProgress', words: '好了', photos: [] } as const
    const resolved = done(done(first, steward, again), engineer, resolve)
    const told = done(resolved, steward, {
      ...{ act: 'tellOwner', channel: 'phone', reached: true, words: '', nextWordAt: null },
    })
    expect(waitsForFollowUp(done(told, steward, { act: 'close', from: 'resolved' }))).toBe(true)
  })
})
