import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CommunityId } from '../../../src/domain/community'
import type { Unit } from '../../../src/domain/home/matrix'
import type { ChangeId, StaffId } from '../../../src/domain/id'
import { DAY, HOUR, MINUTE } from '../../../src/domain/instant'
import { interruptionKind } from '../../../src/domain/interruption/apply'
import { stopHomes } from '../../../src/domain/interruption/homes'
import type {
  InterruptionAct,
  InterruptionId,
  ServiceInterruption,
} from '../../../src/domain/interruption/interruption'
import {
  homeReach,
  isOpen,
  isShortNotice,
  minutesOf,
  tellingsByHome,
  wordOf,
} from '../../../src/domain/interruption/question'
import {
  interruptionReachId,
  interruptionReachKind,
  type InterruptionReach,
} from '../../../src/domain/interruption/reach'
import { mayAct } from '../../../src/domain/permission'
import type { PlaceId } from '../../../src/domain/place'
import { calendarDay } from '../../../src/domain/calendar-day'
import { fileStory, openFile } from '../../support/build/owner-file'
import { nameId, newId } from '../../support/build/ids'

const community = newId<CommunityId>()
const building = newId<PlaceId>()
const id = newId<InterruptionId>()
const FROM = 10 * DAY
const context = (at: number, record: string = id) => ({
  ...{ at, by: newId<StaffId>(), change: newId<ChangeId>(), record, nameId },
})
const announce = (over: object = {}): InterruptionAct => ({
  ...{ act: 'announce', community, what: 'lift', kind: 'planned', facilities: [] },
  ...{ places: [{ kind: 'place', place: building, from: null, to: null }], reason: '年检' },
  ...{ from: FROM, until: FROM + 2 * HOUR, ...over },
})
const apply = (record: ServiceInterruption | null, act: InterruptionAct, at = FROM) =>
  interruptionKind.apply(record, act, context(at))
const after = (...acts: readonly InterruptionAct[]): ServiceInterruption =>
  acts.reduce<ServiceInterruption | null>((record, act, index) => {
    const done = apply(record, act, FROM + index)
    if (done.outcome === 'refused') throw new Error(`${act.act} was refused`)
    return done.record
  }, null) as ServiceInterruption
const begin: InterruptionAct = { act: 'begin', beganAt: FROM }
const restore: InterruptionAct = { act: 'restore', restoredAt: FROM + HOUR, words: '好了' }

describe('a service interruption', () => {
  it('[SI1] is announced before it stops or when it has', () => {
    expect(after(announce()).status).toBe('planned')
    expect(after(announce({ kind: 'sudden' }))).toMatchObject({ status: 'stopped', beganAt: FROM })
    for (const role of ['security', 'engineer', 'steward'] as const)
      expect(mayAct([role], 'ServiceInterruption', 'announce')).toBe(true)
    expect(mayAct(['cleaner'], 'ServiceInterruption', 'announce')).toBe(false)
    expect(mayAct(['engineer'], 'InterruptionReach', 'tell')).toBe(false)
  })

  it('[SI2] is not taken for nothing at all, nor ending before it begins', () => {
    for (const over of [{ places: [] }, { until: FROM }, { until: FROM - HOUR }])
      expect(apply(null, announce(over)).outcome).toBe('refused')
    const longer: InterruptionAct = { act: 'prolong', until: FROM - 1, words: '算错了' }
    expect(apply(after(announce()), longer).outcome).toBe('refused')
  })

  it('[SI3] is announced late where a day is no more left', () => {
    expect(isShortNotice(FROM, FROM - DAY)).toBe(false)
    expect(isShortNotice(FROM, FROM - DAY + MINUTE)).toBe(true)
  })

  it('[SI4] is restored once: the second stays in the thread, as one before it began', () => {
    const over = after(announce(), begin, restore)
    expect(over).toMatchObject({ status: 'restored', restoredAt: FROM + HOUR })
    const again = apply(over, { act: 'restore', restoredAt: FROM + 2 * HOUR, words: '我也恢复了' })
    expect(again).toMatchObject({ outcome: 'noted', why: 'came-too-late' })
    expect(again).toMatchObject({ record: { restoredAt: FROM + HOUR } })
    expect(JSON.stringify(again)).toContain('我也恢复了')
    expect(apply(after(announce()), restore).outcome).toBe('noted')
    const early: InterruptionAct = { act: 'restore', restoredAt: FROM - HOUR, words: '' }
    expect(apply(after(announce(), begin), early).outcome).toBe('noted')
    const called = after(announce(), { act: 'callOff', words: '改期' })
    expect(isOpen(called)).toBe(false)
    expect(apply(called, begin).outcome).toBe('noted')
  })

  it('[SI4] whatever is said in whatever order, no word of it is lost and nothing runs backwards', () => {
    const step = fc.constantFrom<InterruptionAct>(
      begin,
      restore,
      { act: 'callOff', words: '取消的话' },
      { act: 'prolong', until: FROM + 5 * HOUR, words: '延长的话' },
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        const record = after(announce(), ...steps)
        expect(record.thread.map(({ act }) => act)).toEqual([
          'announce',
          ...steps.map(({ act }) => act),
        ])
        expect(minutesOf(record, FROM + DAY) ?? 0).toBeGreaterThanOrEqual(0)
        const stands = record.thread.filter(({ late }) => !late).map(({ act }) => act)
        expect(stands.filter((act) => act === 'restore').length).toBeLessThanOrEqual(1)
        expect(stands.includes('callOff') && stands.includes('begin')).toBe(false)
      }),
    )
  })

  it('[SI9] counts the minutes', () => {
    expect(minutesOf(after(announce()), FROM)).toBeNull()
    expect(minutesOf(after(announce(), begin), FROM + 90 * MINUTE)).toBe(90)
    expect(minutesOf(after(announce(), begin, restore), FROM + DAY)).toBe(60)
  })
})

const homes = [1, 2, 3].map((level): Unit => ({
  ...{ id: newId<PlaceId>(), community, within: building, order: level, kind: 'unit' },
  ...{ label: `${String(level)}01`, level, door: '01', occupancy: 'owner' },
}))
const [first, second, third] = homes.map((home) => home.id) as [PlaceId, PlaceId, PlaceId]
const reachId = interruptionReachId(id, building, nameId)
const told = (
  record: InterruptionReach | null,
  of: ChangeId | undefined,
  at: readonly PlaceId[],
  reached = true,
): InterruptionReach => {
  const done = interruptionReachKind.apply(
    record,
    {
      ...{ act: 'tell', interruption: id, community, building, homes: [...at] },
      ...{ of: of ?? newId<ChangeId>(), how: 'phone', reached },
    },
    context(FROM, reachId),
  )
  if (done.outcome !== 'applied') throw new Error(done.outcome)
  return done.record
}

describe('who was told', () => {
  it('[SI5] is kept by building, in the scope of those who serve it', () => {
    const reach = told(null, undefined, [first])
    expect(reach.id).toBe(reachId)
    expect(interruptionReachKind.scopeOf(reach)).toBe(`homes:${building}`)
    expect(interruptionKind.scopeOf(after(announce()))).toBe(`community:${community}`)
  })

  it('[SI6] is asked anew with each new word, and beginning is none', () => {
    const record = after(announce())
    const reach = told(null, wordOf(record)?.change, [first])
    const at = (next: ServiceInterruption) =>
      homeReach(tellingsByHome([reach], wordOf(next)?.change).get(first))
    expect(at(record)).toBe('told')
    const more: InterruptionAct = { act: 'prolong', until: FROM + 5 * HOUR, words: '缺件' }
    const [stopped, longer] = [begin, more].map((act) => apply(record, act))
    if (stopped?.outcome !== 'applied' || longer?.outcome !== 'applied') throw new Error('step')
    expect(at(stopped.record)).toBe('told')
    expect(at(longer.record)).toBe('untold')
  })

  it('[SI7] not reached is a try, and what is taken back counts no more', () => {
    const of = newId<ChangeId>()
    const tried = told(null, of, [first], false)
    const reached = told(tried, of, [second])
    const by = (reach: InterruptionReach) => tellingsByHome([reach], of)
    expect(homeReach(by(reached).get(first))).toBe('tried')
    expect(homeReach(by(reached).get(second))).toBe('told')
    const telling = reached.thread[1]?.change as ChangeId
    const take = (record: InterruptionReach) =>
      interruptionReachKind.apply(record, { act: 'takeBack', telling }, context(FROM, reachId))
    const back = take(reached)
    if (back.outcome !== 'applied') throw new Error(back.outcome)
    expect(homeReach(by(back.record).get(second))).toBe('untold')
    expect(take(back.record).outcome).toBe('noted')
  })

  it('[SI8] special care comes first, for just what stops; then who is not told', () => {
    const of = newId<ChangeId>()
    const care = (when: 'lift' | 'water') => ({
      ...{ when: [when] as const, need: '轮椅,要人背下楼', callName: '女儿', callPhone: '' },
      ...{ agreedOn: calendarDay(2026, 1, 1), expiresOn: calendarDay(2027, 1, 1) },
    })
    const files = [
      fileStory(openFile(third, { building, care: care('lift') }), []).file,
      fileStory(openFile(second, { building, care: care('water') }), []).file,
    ]
    const reaches = [told(null, of, [first])]
    const known = { what: 'lift', files, reaches, of, today: calendarDay(2026, 11, 24) } as const
    const lines = stopHomes(homes, known)
    expect(lines.map(({ unit }) => unit.id)).toEqual([third, second, first])
    expect(lines[0]?.plans[0]?.care.need).toBe('轮椅,要人背下楼')
    expect(lines[1]?.plans).toEqual([])
  })
})
