import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, calendarDay } from '../../../src/domain/calendar-day'
import { readDays, writeDays } from '../../../src/domain/clock/holiday-text'
import { HOLIDAYS_2026 } from '../../../src/domain/clock/holidays-2026'

describe('[CK13] a pasted list of holidays', () => {
  it('is read as people write it', () => {
    const { days, unread } = readDays(
      '10月1日(周四)至7日(周三)\n2026-05-01 至 2026-05-02,6月19日',
      2026,
    )
    expect(unread).toEqual([])
    expect(days).toEqual([
      ...[calendarDay(2026, 5, 1), calendarDay(2026, 5, 2), calendarDay(2026, 6, 19)],
      ...Array.from({ length: 7 }, (_, index) => addDays(calendarDay(2026, 10, 1), index)),
    ])
  })

  it.each(['2月30日', '国庆节', '10月7日至1日', '1826-01-01', '2026-01-01 至 2026-12-31'])(
    'says of %s that it does not read, with its line',
    (text) => {
      expect(readDays(`1月1日\n${text}`, 2026)).toEqual({
        days: [calendarDay(2026, 1, 1)],
        unread: [{ line: 2, text }],
      })
    },
  )

  it('written and read again is the same', () => {
    const day = fc
      .integer({ min: 0, max: 900 })
      .map((each) => addDays(calendarDay(2026, 1, 1), each))
    fc.assert(
      fc.property(fc.uniqueArray(day, { maxLength: 60 }), (days) => {
        expect(readDays(writeDays(days), 2030)).toEqual({ days: [...days].sort(), unread: [] })
      }),
    )
    const { daysOff, daysOn } = HOLIDAYS_2026
    expect(daysOff).toHaveLength(33)
    expect(readDays(writeDays([...daysOff, ...daysOn]), 2026).unread).toEqual([])
  })
})
