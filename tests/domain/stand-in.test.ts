import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StaffId } from '../../src/domain/id'
import { inForce, nextEdge, notOver } from '../../src/domain/stand-in'
import { newId } from '../support/build/ids'

const own = { standIn: undefined }
const away = newId<StaffId>()
const between = (from: number, until: number) => ({ standIn: { for: away, from, until } })

describe('[AC10] standing in', () => {
  it('counts from its beginning until before its end; one’s own always', () => {
    const duties = [own, between(10, 20)]
    expect(inForce(duties, 9)).toEqual([own])
    expect(inForce(duties, 10)).toEqual(duties)
    expect(inForce(duties, 19)).toEqual(duties)
    expect(inForce(duties, 20)).toEqual([own])
  })

  it('[AC11] changes at its edges and nowhere else', () => {
    const spans = fc.array(
      fc
        .tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 1, max: 50 }))
        .map(([from, length]) => between(from, from + length)),
    )
    fc.assert(
      fc.property(spans, fc.integer({ min: 0, max: 110 }), (duties, at) => {
        const edge = nextEdge(duties, at)
        for (let later = at; later < (edge ?? at + 5); later += 1)
          expect(inForce(duties, later)).toEqual(inForce(duties, at))
        for (const duty of inForce(duties, at)) expect(notOver(duties, at)).toContain(duty)
      }),
    )
  })

  it('[AC11] is dropped once it is over, and kept before it begins', () => {
    const duties = [own, between(10, 20)]
    expect(notOver(duties, 5)).toEqual(duties)
    expect(notOver(duties, 20)).toEqual([own])
    expect(nextEdge(duties, 5)).toBe(10)
    expect(nextEdge(duties, 10)).toBe(20)
    expect(nextEdge(duties, 20)).toBeNull()
  })
})
