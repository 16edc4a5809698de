import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { calendarDay } from '../../src/domain/calendar-day'
import type { CommunityId } from '../../src/domain/community'
import type { StaffId } from '../../src/domain/id'
import type { ActContext } from '../../src/domain/record-kind'
import {
  isRead,
  weeklySheetId,
  weeklySheetKind,
  weekOf,
  type WeeklySheet,
  type WeeklySheetAct,
} from '../../src/domain/weekly-sheet/weekly-sheet'
import { nameId, newId } from '../support/build/ids'
import { signatureOf } from '../support/build/signature'

const [ZHOU, CHEN, COMMUNITY] = [newId<StaffId>(), newId<StaffId>(), newId<CommunityId>()]
const MONDAY = calendarDay(2026, 11, 23)
const ID = weeklySheetId(ZHOU, COMMUNITY, MONDAY, nameId)

const context = (at: number, by = ZHOU): ActContext => ({
  ...{ at, by, change: newId(), record: ID, nameId },
})
const send = (words: string, week = MONDAY): WeeklySheetAct => ({
  ...{ act: 'send', community: COMMUNITY, staff: ZHOU, week, to: CHEN, words },
  figures: [
    { figure: 'taken', value: 3 },
    { figure: 'promised', value: null },
  ],
  ...{ signature: signatureOf(), counted: [], reasons: [] },
})
const applied = (record: WeeklySheet | null, act: WeeklySheetAct, at: number, by = ZHOU) => {
  const done = weeklySheetKind.apply(record, act, context(at, by))
  if (done.outcome !== 'applied') throw new Error(done.outcome)
  return done.record
}

describe('a weekly sheet', () => {
  it('[WS1] is one per person and week, and weeks begin on a Monday', () => {
    const sheet = applied(null, send('本周'), 1)
    expect(v.is(weeklySheetKind.record, sheet)).toBe(true)
    expect(weekOf(calendarDay(2026, 11, 29))).toBe(MONDAY)
    expect(weekOf(MONDAY)).toBe(MONDAY)
    const tuesday = send('本周', calendarDay(2026, 11, 24))
    expect(weeklySheetKind.apply(null, tuesday, context(1)).outcome).toBe('refused')
  })

  it('[WS2] [WS3] is corrected, read anew, and keeps what it said', () => {
    const first = applied(null, send('先这样'), 1)
    const read = applied(first, { act: 'read' }, 2, CHEN)
    expect([first, read, applied(first, { act: 'read' }, 2, ZHOU)].map(isRead)).toEqual([
      ...[false, true, false],
    ])
    const again = applied(read, send('改过'), 3)
    expect(isRead(again)).toBe(false)
    expect(JSON.stringify(again.thread)).toContain('先这样')
    const late = weeklySheetKind.apply(again, send('早先写的'), context(2))
    expect(late).toMatchObject({ outcome: 'noted', why: 'field-lost', record: { words: '改过' } })
  })
})
