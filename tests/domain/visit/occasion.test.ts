import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, calendarDay } from '../../../src/domain/calendar-day'
import { ownerFileKind } from '../../../src/domain/owner/apply'
import type { PlaceId } from '../../../src/domain/place'
import type { RepairNote } from '../../../src/domain/repair/repair-note'
import { DAY, HOUR } from '../../../src/domain/instant'
import type { Ticket } from '../../../src/domain/ticket/ticket'
import { instantOf } from '../../../src/domain/time-zone'
import {
  complaintHappening,
  moveInHappenings,
  occasionsOf,
  repairHappening,
  type Happening,
} from '../../../src/domain/visit/occasion'
import { USUAL_VISIT_RULE } from '../../../src/domain/visit/usual-rule'
import { visitedHome, listOf } from '../../../src/domain/visit/visited-home'
import { VISIT_RESULTS } from '../../../src/domain/visit/visit-fields'
import type { Unit } from '../../../src/domain/home/matrix'
import { repairSheet } from '../../support/build/repair'
import { day as dayOf, fileIdOf, openFile, OWNS } from '../../support/build/owner-file'
import { nameId, newId } from '../../support/build/ids'
import { visited } from '../../support/build/visit'

const ZONE = 'Asia/Shanghai'
const today = calendarDay(2026, 11, 24)
const now = instantOf(today, 12 * 60, ZONE)
const day = { rule: USUAL_VISIT_RULE, zone: ZONE, today }
const HOME = newId<PlaceId>()
const complaint = (at: number): Happening => ({ what: 'complaint', home: HOME, at, ticket: null })

const closed = (over: object = {}) =>
  ({
    ...{ id: newId(), status: 'closed', kind: 'complaint', home: HOME, closing: 'told' },
    ...{ closedAt: now - DAY, thread: [] },
    ...over,
  }) as unknown as Ticket

describe('an occasion to go to a home', () => {
  it('[VI14] is a complaint closed, unless it was cancelled, joined, or its owner was asked since', () => {
    expect(complaintHappening(closed())).toMatchObject([{ what: 'complaint', at: now - DAY }])
    for (const over of [
      { closing: 'cancelled' },
      { closing: 'joined' },
      { home: null },
      { kind: 'repair' },
      { status: 'resolved' },
    ])
      expect(complaintHappening(closed(over))).toEqual([])
    const asked = { kind: 'followedUp', ownWork: false, answer: { solved: 'yes', score: 5 } }
    expect(complaintHappening(closed({ thread: [{ kind: 'closed' }, asked] }))).toEqual([])
    const missed = { ...asked, answer: null }
    expect(complaintHappening(closed({ thread: [{ kind: 'closed' }, missed] }))).toHaveLength(1)
  })

  it('[VI14] is a repair in the home that was important or difficult, and not voided', () => {
    const note = (over: object, voided: unknown = null) =>
      ({ sheet: repairSheet(over), voided, ticket: newId() }) as unknown as RepairNote
    expect(repairHappening(note({ isDifficult: true }), null)).toHaveLength(1)
    expect(repairHappening(note({}), null)).toEqual([])
    expect(repairHappening(note({}), closed({ gravity: 'major' }))).toHaveLength(1)
    expect(repairHappening(note({ isDifficult: true, home: null }), null)).toEqual([])
    expect(repairHappening(note({ isDifficult: true }, {}), null)).toEqual([])
  })

  it('[VI14] is somebody who moved in and is still there', () => {
    const opened = openFile(HOME, { ties: [{ home: HOME, ...OWNS, since: dayOf('2026-11-20') }] })
    const context = { at: now, by: newId(), change: newId(), record: fileIdOf(opened), nameId }
    const made = ownerFileKind.apply(null, opened, context as never)
    if (!('record' in made)) throw new Error(made.outcome)
    const [moved] = moveInHappenings(made.record, ZONE)
    expect(moved).toMatchObject({ what: 'moveIn', home: HOME })
    expect(moveInHappenings({ ...made.record, ties: [] }, ZONE)).toEqual([])
  })

  it('[VI14] is due so many days later, and stands until somebody was met there, or sixty days', () => {
    const on = (ago: number) => occasionsOf([complaint(now - ago * DAY)], [], day)
    expect(on(2)[0]?.dueOn).toBe(addDays(today, 5))
    expect(on(60)).toHaveLength(1)
    expect(on(61)).toEqual([])
    const sooner = { ...day, rule: { ...USUAL_VISIT_RULE, extraDays: 3 } }
    expect(occasionsOf([complaint(now - 2 * DAY)], [], sooner)[0]?.dueOn).toBe(addDays(today, 1))
  })

  it('[VI14] is met by whatever channel afterwards, by no attempt and nothing before', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...VISIT_RESULTS),
        fc.integer({ min: -40, max: 40 }),
        (result, hours) => {
          const at = now - 3 * DAY
          const visit = visited(at + hours * HOUR, { result, channel: 'phone' })
          const left = occasionsOf([complaint(at)], [visit], day)
          expect(left.length).toBe(result === 'met' && hours >= 0 ? 0 : 1)
        },
      ),
    )
  })

  it('[VI14] lists a home that is otherwise in time, and makes it late past its day', () => {
    const visits = [visited(now - 20 * DAY), visited(now - 20 * DAY, { channel: 'phone' })]
    const at = (ago: number) =>
      visitedHome({ id: HOME, occupancy: 'owner' } as Unit, newId(), visits, day, [
        complaint(now - ago * DAY),
      ])
    expect(listOf(visitedHome(at(1).unit, newId(), visits, day), today)).toBeNull()
    expect(listOf(at(1), today)).toBe('door')
    expect(at(1).state).toBe('soon')
    expect(at(8).state).toBe('overdue')
  })
})
