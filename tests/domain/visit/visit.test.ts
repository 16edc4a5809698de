import { describe, expect, it } from 'vitest'
import { calendarDay } from '../../../src/domain/calendar-day'
import type { ChangeId } from '../../../src/domain/id'
import { DAY, HOUR } from '../../../src/domain/instant'
import { homesScope } from '../../../src/domain/scope'
import { instantOf } from '../../../src/domain/time-zone'
import { appointmentOf } from '../../../src/domain/visit/appointment'
import { heedOf } from '../../../src/domain/visit/heed'
import { ownerVisitKind } from '../../../src/domain/visit/owner-visit'
import { quietHourAt } from '../../../src/domain/visit/quiet-hour'
import { USUAL_VISIT_RULE } from '../../../src/domain/visit/usual-rule'
import { newId } from '../../support/build/ids'
import { doVisit, visitAct, visited } from '../../support/build/visit'

const ZONE = 'Asia/Shanghai'
const today = calendarDay(2026, 11, 24)
const at = (hours: number, day = today) => instantOf(day, Math.round(hours * 60), ZONE)

describe('a visit', () => {
  it('[VI1] is written once, voided once, and keeps what came after', () => {
    const change = newId<ChangeId>()
    const one = doVisit(null, visitAct({ said: '一家都好' }), 1, change)
    if (one.outcome !== 'applied') throw new Error(one.outcome)
    expect(doVisit(one.record, visitAct(), 2, change)).toEqual(one)
    expect(doVisit(one.record, visitAct(), 3).outcome).toBe('noted')
    const voided = doVisit(one.record, { act: 'void', reason: '记错了门牌' }, 4)
    if (voided.outcome !== 'applied') throw new Error(voided.outcome)
    const again = doVisit(voided.record, { act: 'void', reason: '我也看到了' }, 5)
    expect(again.outcome).toBe('noted')
    expect('record' in again && again.record.late.map(({ reason }) => reason)).toEqual([
      '我也看到了',
    ])
    expect('record' in again && again.record.said).toBe('一家都好')
  })

  it('[VI1] [VI3] is none with photos nobody agreed to, or an appointment that ends first', () => {
    const photos = [{}] as never
    expect(doVisit(null, visitAct({ photos }), 1).outcome).toBe('refused')
    expect(doVisit(null, visitAct({ photos, consent: true }), 1).outcome).toBe('applied')
    expect(doVisit(null, visitAct({ next: { from: 5, until: 5 } }), 1).outcome).toBe('refused')
  })

  it('[VI2] is for those who serve the building, and stays a year', () => {
    const one = visited(7)
    expect(ownerVisitKind.scopeOf(one)).toBe(homesScope(one.building))
    expect(ownerVisitKind.settledAt(one)).toBe(7 + 366 * DAY)
    expect(ownerVisitKind.about(one)).toEqual([one.home])
  })

  it('[VI9] is in a quiet hour before nine, at noon, at supper and late', () => {
    const quiet = [0, 8.9, 12, 13.99, 17.5, 18.9, 21, 23.99]
    const loud = [9, 11.99, 14, 17.4, 19, 20.9]
    const isQuiet = (hours: number) => quietHourAt(USUAL_VISIT_RULE, at(hours), ZONE) !== null
    expect(quiet.filter(isQuiet)).toEqual(quiet)
    expect(loud.filter(isQuiet)).toEqual([])
  })
})

describe('how one goes to a home', () => {
  const key = (made: number, until: typeof today | null, reason = '独居老人') =>
    visited(made, { heeds: [{ what: 'key', reason, until }] })

  it('[VI8] is what was said last, with its reason, until its last day', () => {
    const visits = [key(2, today, '独居老人'), key(1, calendarDay(2027, 1, 1), '先前')]
    expect(heedOf(visits, 'key', today)?.reason).toBe('独居老人')
    expect(heedOf(visits, 'key', calendarDay(2026, 11, 25))).toBeNull()
    expect(heedOf([...visits, key(3, null)], 'key', today)).toBeNull()
    expect(heedOf(visits, 'together', today)).toBeNull()
  })
})

describe('an appointment', () => {
  const next = { from: at(10), until: at(11) }
  const agreed = visited(at(9) - 3 * DAY, { channel: 'phone', next })

  it('[VI10] stands until somebody was there at its time, met or not', () => {
    expect(appointmentOf([agreed])).toEqual({ visit: agreed, ...next })
    const early = visited(at(9) - DAY, { result: 'notHome' })
    expect(appointmentOf([agreed, early])?.from).toBe(next.from)
    expect(appointmentOf([agreed, visited(at(9.5), { result: 'notHome' })])).toBeNull()
    expect(appointmentOf([agreed, visited(at(9.5), { channel: 'phone' })])?.from).toBe(next.from)
  })

  it('[VI10] gives way to another, and ends called off, voided or moved away', () => {
    const other = visited(at(9) - DAY, { next: { from: at(15), until: at(15) + HOUR } })
    expect(appointmentOf([other, agreed])?.from).toBe(at(15))
    expect(appointmentOf([agreed, visited(at(9) - DAY, { result: 'moved' })])).toBeNull()
    for (const act of ['cancel', 'void'] as const) {
      const off = doVisit(agreed, { act, reason: '业主出差' }, at(9))
      if (off.outcome !== 'applied') throw new Error(off.outcome)
      expect(appointmentOf([off.record])).toBeNull()
      expect(doVisit(off.record, { act, reason: '又说一次' }, at(10)).outcome).toBe('noted')
    }
  })
})
