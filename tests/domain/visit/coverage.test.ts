import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarDay } from '../../../src/domain/calendar-day'
import type { Unit } from '../../../src/domain/home/matrix'
import { DAY, HOUR } from '../../../src/domain/instant'
import { instantOf } from '../../../src/domain/time-zone'
import { coverageOf, doneByMonth, doneByPerson } from '../../../src/domain/visit/coverage'
import { USUAL_VISIT_RULE } from '../../../src/domain/visit/usual-rule'
import { VISIT_CHANNELS, VISIT_RESULTS } from '../../../src/domain/visit/visit-fields'
import { visitedHome } from '../../../src/domain/visit/visited-home'
import { newId } from '../../support/build/ids'
import { visited } from '../../support/build/visit'

const ZONE = 'Asia/Shanghai'
const today = calendarDay(2026, 11, 24)
const day = { rule: USUAL_VISIT_RULE, zone: ZONE, today }
const now = instantOf(today, 12 * 60, ZONE)
const span = { from: now - 30 * DAY, until: now }

const home = (visits: readonly ReturnType<typeof visited>[]) =>
  visitedHome({ id: newId(), occupancy: 'owner' } as Unit, newId(), visits, day)
const homes = fc
  .array(
    fc.array(
      fc
        .record({
          ago: fc.integer({ min: 1, max: 60 }),
          channel: fc.constantFrom(...VISIT_CHANNELS),
          result: fc.constantFrom(...VISIT_RESULTS),
        })
        .map(({ ago, ...said }) => visited(now - ago * DAY, said)),
      { maxLength: 5 },
    ),
    { maxLength: 6 },
  )
  .map((all) => all.map(home))

describe('coverage', () => {
  it('[VI13] never counts more homes than there are, nor the door beyond all channels', () => {
    fc.assert(
      fc.property(homes, (all) => {
        const { door, met, overdue, unreached } = coverageOf(all, span, today)
        expect(door).toBeLessThanOrEqual(met)
        for (const part of [met, overdue]) expect(part).toBeLessThanOrEqual(all.length)
        expect(unreached).toBeLessThanOrEqual(overdue)
      }),
    )
  })

  it('[VI13] an attempt moves nothing but the attempts', () => {
    fc.assert(
      fc.property(homes, (all) => {
        const tried = all.map(({ visits }) =>
          home([...visits, visited(now - DAY + 3 * HOUR, { result: 'notHome' })]),
        )
        const [before, after] = [coverageOf(all, span, today), coverageOf(tried, span, today)]
        expect(after).toEqual({ ...before, attempts: before.attempts + all.length })
      }),
    )
  })

  it('[VI13] is summed by person, two together both, and by month', () => {
    const one = visited(now - DAY, { with: [newId()] })
    const all = [home([one, visited(now - 2 * DAY, { result: 'refused' })])]
    const people = doneByPerson(all, span)
    expect(people.size).toBe(3)
    expect([...one.with, one.made.by].map((staff) => people.get(staff)?.door)).toEqual([1, 1])
    expect([...doneByMonth(all, ZONE)]).toEqual([
      ['2026-11', { door: 1, contacts: 0, attempts: 1 }],
    ])
  })
})
