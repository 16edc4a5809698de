import { describe, expect, it } from 'vitest'
import { calendarDay } from '../../../src/domain/calendar-day'
import type { Unit } from '../../../src/domain/home/matrix'
import { DAY } from '../../../src/domain/instant'
import { instantOf } from '../../../src/domain/time-zone'
import { nearHomes } from '../../../src/domain/visit/near'
import { USUAL_VISIT_RULE } from '../../../src/domain/visit/usual-rule'
import { visitedHome } from '../../../src/domain/visit/visited-home'
import { newId } from '../../support/build/ids'
import { visited } from '../../support/build/visit'

const zone = 'Asia/Shanghai'
const today = calendarDay(2026, 11, 24)
const now = instantOf(today, 12 * 60, zone)
const day = { rule: USUAL_VISIT_RULE, zone, today }

const home = (level: number, ago: number, isExtra = false) => {
  const unit = { id: newId(), occupancy: 'owner', level } as unknown as Unit
  const visits = [visited(now - ago * DAY)]
  const complaint = { what: 'complaint', home: unit.id, at: now - DAY, ticket: null } as const
  return visitedHome(unit, newId(), visits, day, isExtra ? [complaint] : [])
}

describe('since one is here', () => {
  it('[VI15] at most three are offered: an occasion, what presses more, then the nearer level', () => {
    const [far, near, extra, met] = [home(20, 200), home(4, 200), home(30, 3, true), home(3, 3)]
    const others = [far, near, extra, met, home(18, 200), home(19, 200)]
    const offered = nearHomes(others, 3, today).map(({ unit }) => unit.level)
    expect(offered).toEqual([30, 4, 18])
    expect(nearHomes([met], 3, today)).toEqual([])
  })
})
