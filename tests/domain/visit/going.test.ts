import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlaceId } from '../../../src/domain/place'
import { DAY, HOUR, MINUTE } from '../../../src/domain/instant'
import { goingsOf, goneOnce } from '../../../src/domain/visit/going'
import { visitedAt } from '../../../src/domain/visit/visited-at'
import { VISIT_RESULTS } from '../../../src/domain/visit/visit-fields'
import { newId } from '../../support/build/ids'
import { visited } from '../../support/build/visit'

const NOW = 1_800_000_000_000

describe('a visit noted later', () => {
  it('[VI16] counts by when it was, and never by later than it was noted', () => {
    expect(visitedAt(visited(NOW, { happenedAt: NOW - DAY }))).toBe(NOW - DAY)
    expect(visitedAt(visited(NOW, { happenedAt: NOW + DAY }))).toBe(NOW)
    expect(visitedAt(visited(NOW))).toBe(NOW)
  })
})

describe('two colleagues at one door', () => {
  it('[VI17] within the hour went once, and what says most stands first', () => {
    const vain = visited(NOW, { result: 'notHome' })
    const met = visited(NOW + 20 * MINUTE)
    expect(goingsOf([met, vain])).toEqual([[met, vain]])
    expect(goneOnce([vain, met])).toEqual([met])
  })

  it('[VI17] an hour later, at another home, by telephone or by the same person they went twice', () => {
    const one = visited(NOW)
    const other = newId<PlaceId>()
    const twice = [
      visited(NOW + HOUR),
      visited(NOW, { home: other }),
      visited(NOW, { channel: 'phone' }),
      { ...visited(NOW + MINUTE), made: { ...one.made, at: NOW + MINUTE } },
    ]
    for (const two of twice) expect(goingsOf([one, two])).toHaveLength(2)
  })

  it('[VI17] no visit is lost or doubled, in whatever order they are told', () => {
    const visits = fc
      .array(
        fc.record({
          minutes: fc.integer({ min: 0, max: 400 }),
          result: fc.constantFrom(...VISIT_RESULTS),
        }),
        { maxLength: 8 },
      )
      .map((all) => all.map(({ minutes, ...said }) => visited(NOW + minutes * MINUTE, said)))
    fc.assert(
      fc.property(visits, (all) => {
        const goings = goingsOf(all)
        expect(new Set(goings.flat())).toEqual(new Set(all))
        expect(goings.flat()).toHaveLength(all.length)
        expect(goingsOf([...all].reverse())).toEqual(goings)
      }),
    )
  })
})
