import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  homesOf,
  matrixOf as matrixWithin,
  placesWithin,
  type Unit,
} from '../../../src/domain/home/matrix'
import type { CommunityId } from '../../../src/domain/community'
import { doorOnLevel } from '../../../src/domain/door'
import { riserOf } from '../../../src/domain/intake/riser'
import type { Place, PlaceId } from '../../../src/domain/place'
import { newId } from '../../support/build/ids'

const matrixOf = (of: Place, places: readonly Place[]) => matrixWithin(of, placesWithin(places))
const community = newId<CommunityId>()
const base = (label: string, within: PlaceId | null, order = 0) => ({
  ...{ id: newId<PlaceId>(), community, within, label, order },
})
const building: Place = { ...base('3栋', null), kind: 'building' }
const entrance = (label: string, order: number): Place => ({
  ...{ ...base(label, building.id, order), kind: 'entrance' },
})
const unit = (within: PlaceId, level: number, door: string): Unit => ({
  ...base(`${String(level)}${door}`, within),
  ...{ kind: 'unit', level, door, occupancy: 'owner' },
})

describe('a building drawn as it is', () => {
  it('[HM1] leaves out the level nobody lives on, and a door a level has not', () => {
    const [one, two] = [entrance('1单元', 1), entrance('2单元', 2)]
    const units = [
      ...[unit(one.id, 3, '01'), unit(one.id, 3, '02'), unit(one.id, 5, '01')],
      ...[unit(two.id, 5, '01'), unit(two.id, -1, 'A')],
    ]
    const { wings, rows } = matrixOf(building, [two, one, building, ...units])
    expect(wings.map(({ label, doors }) => [label, doors])).toEqual([
      ['1单元', ['01', '02']],
      ['2单元', ['01', 'A']],
    ])
    expect(
      rows.map(({ level, cells }) => [level, cells.map((cell) => cell?.label ?? null)]),
    ).toEqual([
      [5, ['501', null, '501', null]],
      [3, ['301', '302', null, null]],
      [-1, [null, null, null, '-1A']],
    ])
  })

  it('[PL4] [HM1] has one column for a door, whether its number was written with the level or not', () => {
    const one = entrance('1单元', 1)
    const units = [unit(one.id, 18, '1801'), unit(one.id, 9, '901'), unit(one.id, 3, '01')]
    expect(matrixOf(building, [one, ...units]).wings).toMatchObject([{ doors: ['01'] }])
    expect(riserOf(units[0]!.id, units)).toHaveLength(3)
    expect(doorOnLevel({ level: 1, door: '12' })).toBe('12')
    expect(doorOnLevel({ level: 1, door: '112' })).toBe('12')
    expect(doorOnLevel({ level: -1, door: '102' })).toBe('02')
    expect(doorOnLevel({ level: 1, door: '1-2' })).toBe('1-2')
  })

  it('[HM1] draws a villa, whose homes lie in no entrance', () => {
    const { wings, rows } = matrixOf(building, [building, unit(building.id, 1, '01')])
    expect(wings).toMatchObject([{ label: '', doors: ['01'] }])
    expect(rows).toHaveLength(1)
  })

  it('[HM1] shows every home once, two under one number too, whatever was laid', () => {
    const entrances = [entrance('1单元', 1), entrance('2单元', 2)]
    const spots = fc.array(
      fc.record({
        within: fc.constantFrom(building.id, ...entrances.map(({ id }) => id)),
        level: fc.integer({ min: -2, max: 6 }),
        door: fc.constantFrom('01', '02', 'A', '10'),
      }),
    )
    fc.assert(
      fc.property(spots, (laid) => {
        const units = laid.map(({ within, level, door }) => unit(within, level, door))
        const matrix = matrixOf(building, [building, ...entrances, ...units])
        const shown = matrix.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell?.id ?? []))
        expect([...shown].sort()).toEqual(units.map(({ id }) => id).sort())
        expect(
          homesOf(matrix)
            .map(({ id }) => id)
            .sort(),
        ).toEqual([...shown].sort())
        const width = matrix.wings.reduce((sum, { doors }) => sum + doors.length, 0)
        expect(matrix.rows.every(({ cells }) => cells.length === width)).toBe(true)
      }),
    )
  })
})
