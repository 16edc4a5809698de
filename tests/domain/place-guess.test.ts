import { describe, expect, it } from 'vitest'
import { placeAt } from '../../src/domain/place-guess'
import type { PlaceId } from '../../src/domain/place'
import { newId } from '../support/build/ids'
import { buildPatrol } from '../support/build/patrol'

const { pump, lobby, stray } = buildPatrol(newId())
const GATE = { latitude: 31.2304, longitude: 121.4737 }
/** Metres to the north of the gate. */
const north = (metres: number) => ({ ...GATE, latitude: GATE.latitude + metres / 111_195 })
const points = [
  { ...pump, place: newId<PlaceId>(), position: { ...GATE, within: 30 } },
  { ...lobby, place: newId<PlaceId>(), position: { ...north(80), within: 30 } },
  stray,
] as const

describe('where a position puts one', () => {
  it('[PL3] is at the nearest point within its reach, and nowhere beyond', () => {
    const at = (metres: number, accuracy = 5) =>
      placeAt({ ...north(metres), accuracy }, [...points])
    expect(at(10)).toBe(points[0].place)
    expect(at(70)).toBe(points[1].place)
    expect(at(38)).toBeNull()
    expect(at(38, 12)).toBe(points[0].place)
    expect(at(200)).toBeNull()
    // A fix off by half a kilometre is not believed to be everywhere.
    expect(at(200, 500)).toBeNull()
    expect(placeAt({ ...GATE, accuracy: 5 }, [stray])).toBeNull()
  })
})
