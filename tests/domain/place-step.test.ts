import { describe, expect, it } from 'vitest'
import type { Place, PlaceId } from '../../src/domain/place'
import { placeStep } from '../../src/domain/place-step'
import { newId } from '../support/build/ids'

const place = (label: string, over: object = {}): Place => ({
  ...{ id: newId<PlaceId>(), community: newId(), within: null, label, order: 0 },
  ...{ kind: 'area', level: null, ...over },
})
const zone = place('一期', { kind: 'zone' })
const building = place('3栋', { kind: 'building', within: zone.id, order: 3 })
const first = place('1栋', { kind: 'building', within: zone.id, order: 1 })
const areas = [
  place('设备间', { within: building.id, level: -2 }),
  place('屋面', { within: building.id, level: 19 }),
  place('消防泵房', { within: building.id, level: -1 }),
  place('大堂', { within: building.id, level: 1 }),
  place('外墙', { within: building.id }),
]
const entrance = place('1单元', { kind: 'entrance', within: building.id, order: -1 })
const places = [...areas, entrance, building, first, place('东门岗'), zone]

const told = (within: PlaceId | null) =>
  placeStep(places, within).map(({ under, places: inside }) => [
    under ? ('label' in under ? under.label : under.level) : null,
    inside.map(({ label }) => label),
  ])

describe('choosing a place by going in', () => {
  it('[PL2] shows zones with what lies in them, so that they are no step of their own', () => {
    expect(told(null)).toEqual([
      ['一期', ['一期', '1栋', '3栋']],
      [null, ['东门岗']],
    ])
  })

  it('[PL2] shows entrances first, then common areas from the ground up, then below', () => {
    expect(told(building.id)).toEqual([
      [null, ['1单元', '外墙']],
      [1, ['大堂']],
      [19, ['屋面']],
      [-1, ['消防泵房']],
      [-2, ['设备间']],
    ])
    expect(told(entrance.id)).toEqual([])
  })
})
