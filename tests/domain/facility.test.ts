import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarDay } from '../../src/domain/calendar-day'
import type { Facility } from '../../src/domain/facility'
import type { FacilityAct } from '../../src/domain/facility/act'
import { facilityKind } from '../../src/domain/facility/apply'
import { dueOf, maintainedNext, remindOn } from '../../src/domain/facility/due'
import type { ChangeId, StaffId } from '../../src/domain/id'
import { openParts } from '../../src/domain/part-edit'
import type { ActContext } from '../../src/domain/record-kind'
import { upcastAct, upcastRecord } from '../../src/protocol/upcast'
import { SCHEMA } from '../../src/protocol/version'
import * as v from 'valibot'
import { facilityAt, installFacility } from '../support/build/facility'
import { newId } from '../support/build/ids'

const pump = facilityAt({ community: newId(), place: newId() })
const by = newId<StaffId>()
const at = (time: number): ActContext => ({
  ...{ at: time, by, change: newId<ChangeId>(), record: pump.id, nameId: () => newId() },
})
const after = (facility: Facility, act: FacilityAct, context = at(1)) => {
  const done = facilityKind.apply(facility, act, context)
  if (done.outcome === 'refused') throw new Error(done.why)
  return done
}
const amend = (seen: string, meant: string, part = 'maker'): FacilityAct => ({
  ...{ act: 'amend', fields: { [part]: { seen, meant } } },
})
const why = { why: '轴封漏水', since: null }
const breakDown: FacilityAct = { act: 'breakDown', from: 'inUse', ...why }

describe('a facility written down by people', () => {
  it('[FA6] of two who amend different parts both stand, whichever comes first', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), fc.string({ maxLength: 20 }), (maker, model) => {
        const one = [amend('', maker), at(5)] as const
        const other = [amend('', model, 'model'), at(6)] as const
        const first = after(after(pump, ...one).record, ...other).record
        const second = after(after(pump, ...other).record, ...one).record
        expect(first).toEqual(second)
        expect([first.maker, first.model, first.kept]).toEqual([maker, model, []])
      }),
    )
  })

  it('[FA6] of two who mean the same part the later stands, the other is kept until somebody chooses', () => {
    const [early, late] = [at(5), at(6)]
    const both = [
      after(after(pump, amend('', '凯泉'), early).record, amend('', '南方'), late).record,
      after(after(pump, amend('', '南方'), late).record, amend('', '凯泉'), early).record,
    ]
    for (const facility of both) {
      expect(facility.maker).toBe('南方')
      const [kept] = openParts(facility)
      expect(kept?.value).toBe('凯泉')
      const of = kept?.change ?? early.change
      const settled = after(facility, { act: 'settle', of, part: 'maker' }).record
      expect(openParts(settled)).toEqual([])
    }
  })

  it('[FA8] says why and since when it is down, and takes it back while nothing came after', () => {
    const context = at(9)
    const down = after(pump, breakDown, context).record
    expect([down.state, down.states[0]?.why]).toEqual(['down', '轴封漏水'])
    const undo = { act: 'undo', change: context.change } as const
    expect(after(down, undo).record.state).toBe('inUse')
    const mended = after(down, { act: 'putToUse', from: 'down', ...why }).record
    expect(after(mended, undo)).toMatchObject({ outcome: 'noted', record: { state: 'inUse' } })
  })

  it('[FA8] keeps what came too late as what it was', () => {
    const down = after(pump, breakDown).record
    const again = after(down, breakDown)
    expect(again).toMatchObject({ outcome: 'noted', why: 'came-too-late' })
    expect(again.record.states.map(({ isLate }) => isLate)).toEqual([false, true])
  })

  it('changes nothing when an act it holds comes again', () => {
    fc.assert(
      fc.property(fc.constantFrom(breakDown, amend('', '凯泉')), (deed) => {
        const context = at(3)
        const once = after(pump, deed, context).record
        expect(after(once, deed, context)).toEqual({ outcome: 'applied', record: once })
      }),
    )
  })

  it('[FA12] another label takes the place of the one before, which is remembered', () => {
    const [first, second] = ['A'.repeat(16), 'B'.repeat(16)]
    const give: FacilityAct = { act: 'giveToken', token: first }
    const anew = (token: string): FacilityAct => ({ act: 'replaceToken', token, reason: '撕坏' })
    const labelled = after(pump, give).record
    expect([labelled.token, labelled.withdrawn]).toEqual([first, []])
    const other = after(labelled, anew(second)).record
    expect([other.token, other.withdrawn[0]?.token]).toEqual([second, first])
    expect(after(other, anew(first)).outcome).toBe('noted')
    const atOnce = after(labelled, { ...give, token: second })
    expect([atOnce.outcome, atOnce.record.token]).toEqual(['noted', first])
    expect(atOnce.record.withdrawn[0]).toMatchObject({ token: second, reason: null })
  })
})

describe('what somebody is reminded of', () => {
  const stateOf = (...of: Parameters<typeof dueOf>) => dueOf(...of)?.state ?? null

  const [today, monthEnd] = [calendarDay(2026, 11, 24), calendarDay(2026, 1, 31)]
  const certified = (expiresOn = today) => ({
    ...pump,
    certificate: { number: '', expiresOn, photos: [] },
  })

  it('[FA9] a certificate nears thirty days before its last day, and is past the day after it', () => {
    expect(stateOf(certified(), today)).toBe('near')
    expect(stateOf(certified(calendarDay(2026, 11, 23)), today)).toBe('past')
    expect(stateOf(certified(calendarDay(2026, 12, 24)), today)).toBe('near')
    expect(stateOf(certified(calendarDay(2026, 12, 25)), today)).toBeNull()
    expect(remindOn(certified(calendarDay(2026, 12, 24)))).toBe(today)
  })

  it('[FA9] maintenance nears three days before; what was scrapped waits for nothing', () => {
    const due = { ...pump, nextMaintenanceOn: calendarDay(2026, 11, 27) }
    expect(stateOf(due, today)).toBe('near')
    expect([stateOf({ ...due, state: 'scrapped' }, today)]).toEqual([null])
    expect(remindOn({ ...due, state: 'scrapped' })).toBeNull()
  })

  it('[FA9] what is past comes before what nears, and papers before maintenance', () => {
    const both = { ...certified(), nextMaintenanceOn: calendarDay(2026, 11, 20) }
    expect(dueOf(both, today)).toEqual({ what: 'maintenance', state: 'past' })
    expect(dueOf({ ...both, nextMaintenanceOn: today }, today)?.what).toBe('certificate')
  })

  it('[FA10] the next is so many days or months on; a month without that day ends on its last', () => {
    const plan = { contractor: '安泰消防', every: 1, unit: 'month' } as const
    expect(maintainedNext(plan, monthEnd)).toBe('2026-02-28')
    expect(maintainedNext({ ...plan, every: 15, unit: 'day' }, monthEnd)).toBe('2026-02-15')
  })
})

describe('[SY70] what an earlier app said of a facility', () => {
  const { id, community, place } = pump
  const older = { id, community, place, name: '泵', system: 'fire', maker: '', model: '' }
  const said = { ...older, state: 'inUse' }

  it('is read with nothing in the parts it could not say, and the same a second time', () => {
    const record = upcastRecord('Facility', 2, said)
    expect(v.is(facilityKind.record, record)).toBe(true)
    expect(upcastRecord('Facility', 2, record)).toEqual(record)
    const acts = ['install', 'amend'].map((act) =>
      upcastAct('Facility', 2, { act, facility: said }),
    )
    expect(acts.map((act) => upcastAct('Facility', 2, act))).toEqual(acts)
    const [install, amended] = acts
    expect(v.is(facilityKind.acts.install, install)).toBe(true)
    expect(v.is(facilityKind.acts.amend, amended)).toBe(true)
    const now = { ...installFacility(pump).act }
    expect(upcastAct('Facility', SCHEMA, now)).toBe(now)
  })
})
