import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CommunityId } from '../../../src/domain/community'
import type { Facility } from '../../../src/domain/facility'
import { facilityKind } from '../../../src/domain/facility/apply'
import type { Unit } from '../../../src/domain/home/matrix'
import type { ChangeId, StaffId } from '../../../src/domain/id'
import type { Place, PlaceId } from '../../../src/domain/place'
import { circleThrough } from '../../../src/domain/serve/circle'
import { homesServed } from '../../../src/domain/serve/homes-served'
import { changeServed, type Served } from '../../../src/domain/serve/served'
import { reachedBySystem, systemsWithout } from '../../../src/domain/serve/unserved'
import { facilityAt } from '../../support/build/facility'
import { nameId, newId } from '../../support/build/ids'

const community = newId<CommunityId>()
const base = (label: string, within: PlaceId | null) => ({
  ...{ id: newId<PlaceId>(), community, within, label, order: 0 },
})
const zone: Place = { ...base('一期', null), kind: 'zone' }
const building: Place = { ...base('3栋', zone.id), kind: 'building' }
const [first, second] = ['1单元', '2单元'].map((label): Place => ({
  ...{ ...base(label, building.id), kind: 'entrance' },
})) as [Place, Place]
const unitsOf = (within: PlaceId): readonly Unit[] =>
  Array.from({ length: 6 }, (_, index) => ({
    ...base(`${String(index + 1)}01`, within),
    ...{ kind: 'unit', level: index + 1, door: '01', occupancy: 'owner' },
  }))
const homes = [...unitsOf(first.id), ...unitsOf(second.id)]
const places: readonly Place[] = [zone, building, first, second, ...homes]

const facility = (name: string, over: Partial<Facility> = {}): Facility =>
  facilityAt({ community, place: building.id }, { name, system: 'power', ...over })
const at = ({ id }: Place, from: number | null = null, to: number | null = null): Served => ({
  ...{ kind: 'place', place: id, from, to },
})
const fed = ({ id }: Facility): Served => ({ kind: 'facility', facility: id })
const reached = (serves: readonly Served[], facilities: readonly Facility[] = []) =>
  homesServed(serves, { places, facilities }).map(({ id }) => id)
const context = (record: string) => ({
  ...{ at: 1, by: newId<StaffId>(), change: newId<ChangeId>(), record, nameId },
})

const anyServed: fc.Arbitrary<Served> = fc
  .tuple(
    fc.constantFrom(...places),
    fc.option(fc.integer({ min: 0, max: 7 })),
    fc.option(fc.integer({ min: 0, max: 7 })),
  )
  .map(([place, from, to]) => at(place, from, to))
const anyServes = fc.array(anyServed, { maxLength: 6 })

describe('what a facility serves', () => {
  it('[FA20] is a zone, a building, an entrance, a home, and of each some levels', () => {
    expect(reached([at(zone)])).toHaveLength(12)
    expect(reached([at(first)])).toEqual(homes.slice(0, 6).map(({ id }) => id))
    expect(reached([at(building, 5)])).toHaveLength(4)
    expect(reached([at(building, null, 2)])).toHaveLength(4)
    expect(reached([at(second, 2, 4)])).toHaveLength(3)
    expect(reached([at(homes[0] as Place)])).toEqual([homes[0]?.id])
  })

  it('[FA21] is added to and taken from: what two people add both stands, twice is once', () => {
    const pump = facility('泵')
    const add = (record: Facility, served: Served) =>
      facilityKind.apply(record, { act: 'serve', add: [served], drop: [] }, context(record.id))
    const one = add(pump, at(first))
    if (one.outcome !== 'applied') throw new Error(one.outcome)
    const both = add(one.record, at(second))
    if (both.outcome !== 'applied') throw new Error(both.outcome)
    expect(both.record.serves).toEqual([at(first), at(second)])
    expect(add(both.record, at(second))).toEqual(both)
    const amended = facilityKind.apply(
      both.record,
      { act: 'amend', fields: { name: { seen: '泵', meant: '1号泵' } } },
      context(pump.id),
    )
    expect(amended).toMatchObject({ record: { name: '1号泵', serves: both.record.serves } })
  })

  it('[FA21] refuses levels upside down, and itself', () => {
    const pump = facility('泵')
    for (const served of [at(building, 9, 2), fed(pump)])
      expect(
        facilityKind.apply(pump, { act: 'serve', add: [served], drop: [] }, context(pump.id)),
      ).toEqual({ outcome: 'refused', why: 'malformed' })
  })

  it('[FA21] in whatever order two people add, the same homes are served', () => {
    fc.assert(
      fc.property(anyServes, anyServes, (some, others) => {
        const one = changeServed(changeServed([], some, []), others, [])
        const other = changeServed(changeServed([], others, []), some, [])
        expect(new Set(reached(one))).toEqual(new Set(reached(other)))
        expect(changeServed(one, one, [])).toEqual(one)
      }),
    )
  })

  it('[FA22] goes through what it feeds, walks a circle once, and no further than the scrapped', () => {
    const box = facility('配电箱', { serves: [at(first)] })
    const old = facility('旧配电箱', { serves: [at(second)], state: 'scrapped' })
    const transformer = facility('变压器', { serves: [fed(box), fed(old)] })
    expect(reached(transformer.serves ?? [], [box, old, transformer])).toHaveLength(6)
    const round = { ...box, serves: [at(first), fed(transformer)] }
    expect(reached(transformer.serves ?? [], [round, old, transformer])).toHaveLength(6)
  })

  it('[FA22] more is never fewer, each home is there once, none is made up', () => {
    fc.assert(
      fc.property(anyServes, anyServes, (some, more) => {
        const [few, many] = [reached(some), reached([...some, ...more])]
        expect(few.every((home) => many.includes(home))).toBe(true)
        expect(new Set(many).size).toBe(many.length)
        expect(new Set(many)).toEqual(new Set([...few, ...reached(more)]))
        expect(many.every((home) => homes.some(({ id }) => id === home))).toBe(true)
      }),
    )
  })

  it('[FA23] says by whom one comes back to oneself', () => {
    const [a, b, c] = [facility('甲'), facility('乙'), facility('丙')]
    const all = [{ ...a, serves: [fed(b)] }, { ...b, serves: [fed(c)] }, c]
    expect(circleThrough(c.id, a.id, all)).toEqual([c.id, a.id, b.id, c.id])
    expect(circleThrough(a.id, c.id, all)).toBeNull()
    expect(circleThrough(a.id, a.id, all)).toEqual([a.id, a.id])
  })

  it('[FA24] finds the homes a system reaches others and not, and asks about no system unsaid', () => {
    const facilities = [
      facility('配电箱', { serves: [at(building)] }),
      facility('1单元电梯', { system: 'lift', serves: [at(first)] }),
      facility('2单元旧电梯', { system: 'lift', serves: [at(second)], state: 'scrapped' }),
      facility('喷灌', { system: 'landscape' }),
    ]
    const reach = reachedBySystem({ places, facilities })
    expect([...reach.keys()].sort()).toEqual(['lift', 'power'])
    expect(systemsWithout(homes[0] as Unit, reach)).toEqual([])
    expect(systemsWithout(homes[6] as Unit, reach)).toEqual(['lift'])
  })
})
