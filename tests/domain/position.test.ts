import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { checkInSchema } from '../../src/domain/checkpoint-visit'
import { meanOf, metresBetween, nearness, WITHIN } from '../../src/domain/position'

const spot = fc.record({
  latitude: fc.double({ min: -85, max: 85, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
})

describe('where a phone takes itself to be', () => {
  it('is as far as a map says: a degree of latitude, the Bund to the Oriental Pearl', () => {
    const shanghai = { latitude: 31, longitude: 121 }
    expect(metresBetween(shanghai, { ...shanghai, latitude: 32 })).toBe(111_195)
    const bund = { latitude: 31.2403, longitude: 121.4906 }
    const pearl = { latitude: 31.2397, longitude: 121.4998 }
    expect(metresBetween(bund, pearl)).toBeGreaterThan(860)
    expect(metresBetween(bund, pearl)).toBeLessThan(890)
  })

  it('is as far there as back, nothing from itself, never beyond half the earth', () => {
    fc.assert(
      fc.property(spot, spot, (a, b) => {
        expect(metresBetween(a, b)).toBe(metresBetween(b, a))
        expect(metresBetween(a, a)).toBe(0)
        expect(metresBetween(a, b)).toBeLessThanOrEqual(20_015_100)
      }),
    )
  })

  it('[CI1] [CI2] is there, away, or so far that the phone is in doubt', () => {
    expect(WITHIN).toBe(30)
    expect(nearness(12, 8, WITHIN)).toBe('here')
    expect(nearness(38, 8, WITHIN)).toBe('here')
    expect(nearness(39, 8, WITHIN)).toBe('away')
    // A phone that knows nothing is not thereby everywhere.
    expect(nearness(61, 5_000, WITHIN)).toBe('away')
    expect(nearness(2_000, 20, WITHIN)).toBe('far')
  })

  it('[CI6] measured several times is one spot, nearer the surer fixes, and called no surer', () => {
    const fix = (latitude: number, accuracy: number) => ({ latitude, longitude: 121, accuracy })
    expect(meanOf([])).toBeNull()
    expect(meanOf([fix(31, 6), fix(31, 9)])).toEqual({ ...fix(31, 6) })
    expect(meanOf([fix(31, 10), fix(31.0002, 10)])?.latitude).toBe(31.0001)
    expect(meanOf([fix(31, 5), fix(31.001, 500)])?.latitude).toBe(31)
    // Both say they are sure, and lie 111 metres apart.
    expect(meanOf([fix(31, 5), fix(31.001, 5)])?.accuracy).toBe(56)
  })

  it('[CI6] is among the fixes it was made of, whatever they were', () => {
    const found = fc.record({
      latitude: fc.double({ min: -85, max: 85, noNaN: true }),
      longitude: fc.double({ min: -179, max: 179, noNaN: true }),
      accuracy: fc.double({ min: 0, max: 5_000, noNaN: true }),
    })
    fc.assert(
      fc.property(fc.array(found, { minLength: 1, maxLength: 9 }), (fixes) => {
        const spot = meanOf(fixes)
        const sides = ['latitude', 'longitude'] as const
        for (const side of sides) {
          const values = fixes.map((fix) => fix[side])
          expect(spot?.[side]).toBeGreaterThanOrEqual(Math.min(...values) - 0.000_001)
          expect(spot?.[side]).toBeLessThanOrEqual(Math.max(...values) + 0.000_001)
        }
        const surest = Math.min(...fixes.map(({ accuracy }) => accuracy))
        expect(spot?.accuracy).toBeGreaterThanOrEqual(Math.round(surest))
      }),
    )
  })

  it('[CI2] is evidence with every way of checking in; check-ins of before have none', () => {
    const position = { latitude: 31, longitude: 121, accuracy: 8, distance: 2_000 }
    for (const by of ['qr', 'nfc', 'position'])
      expect(v.is(checkInSchema, { by, at: 1, position })).toBe(true)
    expect(v.is(checkInSchema, { by: 'qr', at: 1 })).toBe(true)
    expect(v.is(checkInSchema, { by: 'position', at: 1 })).toBe(false)
    const nowhere = { ...position, distance: null }
    expect(v.is(checkInSchema, { by: 'qr', at: 1, position: nowhere })).toBe(true)
    expect(v.is(checkInSchema, { by: 'qr', at: 1, position: { ...position, latitude: 91 } })).toBe(
      false,
    )
  })
})
