import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  beginMark,
  drawOn,
  finishMark,
  growMark,
  MARK_KINDS,
  markWidth,
  moveMark,
  pathOfMark,
  type PhotoMark,
} from '../../src/domain/photo-mark'
import { stampHeight } from '../../src/domain/photo-stamp'

const SIZE = { width: 1_600, height: 1_200 }
const part = fc.double({ min: 0, max: 1, noNaN: true })
const point = fc.record({ x: part, y: part })
const drawn = (kind: PhotoMark['kind'], ...[first, ...others]: { x: number; y: number }[]) =>
  finishMark(others.reduce(drawOn, beginMark(kind, first ?? { x: 0, y: 0 })))

const middleOf = (mark: PhotoMark) =>
  mark.kind === 'line'
    ? mark.points[0]
    : { x: (mark.from.x + mark.to.x) / 2, y: (mark.from.y + mark.to.y) / 2 }

describe('[PH4] what is drawn on a photo', () => {
  it('is a circle between where the finger came down and where it left', () => {
    const mark = drawn('circle', { x: 0.25, y: 0.5 }, { x: 0.4, y: 0.6 }, { x: 0.75, y: 0.25 })
    expect(pathOfMark(mark, SIZE)).toBe('M400 450A400 150 0 1 0 1200 450A400 150 0 1 0 400 450Z')
  })

  it('is an arrow whose head is where the finger left', () => {
    const path = pathOfMark(drawn('arrow', { x: 0, y: 0.5 }, { x: 0.5, y: 0.5 }), SIZE)
    expect(path).toMatch(/^M0 600L800 600M/)
    expect(path.match(/L800 600/g)).toHaveLength(2)
  })

  it('is a dot where a line did not move, and a line does not grow while a finger rests', () => {
    const still = Array.from({ length: 500 }, () => ({ x: 0.5, y: 0.5 }))
    expect(pathOfMark(drawn('line', ...still), SIZE)).toBe('M800 600L800 600')
  })

  it.each(['circle', 'arrow'] as const)(
    'a tap alone puts down a %s large enough to see',
    (kind) => {
      const mark = drawn(kind, { x: 0.5, y: 0.5 })
      expect(mark.kind === 'line' || Math.abs(mark.to.x - mark.from.x)).toBeGreaterThan(0.1)
    },
  )

  it('is one path of numbers at any size, whatever the hand did', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...MARK_KINDS),
        fc.array(point, { minLength: 1, maxLength: 40 }),
        (kind, points) => {
          expect(pathOfMark(drawn(kind, ...points), SIZE)).toMatch(/^M[-\d.]+ [-\d. MLAZ]+$/)
        },
      ),
    )
  })

  it('keys move it about but never off the picture, and never make it vanish', () => {
    const step = fc.tuple(fc.boolean(), fc.double({ min: -0.3, max: 0.3, noNaN: true }), part)
    fc.assert(
      fc.property(fc.constantFrom('circle', 'arrow'), fc.array(step), (kind, steps) => {
        const start = drawn(kind, { x: 0.5, y: 0.5 })
        const end = steps.reduce(
          (mark, [grows, by, other]) =>
            grows ? growMark(mark, by) : moveMark(mark, by, other - 0.5),
          start,
        )
        const { x, y } = middleOf(end)
        expect(x >= 0 && x <= 1 && y >= 0 && y <= 1).toBe(true)
        expect(pathOfMark(end, SIZE)).not.toContain('NaN')
      }),
    )
  })

  it('is moved as a whole', () => {
    const line = drawn('line', { x: 0.1, y: 0.1 }, { x: 0.2, y: 0.3 })
    expect(pathOfMark(moveMark(line, 0.1, 0), SIZE)).toBe('M320 120L480 360')
  })

  it('is thick enough for the sun, and the stamp keeps its own ground', () => {
    expect(markWidth(SIZE)).toBeGreaterThanOrEqual(14)
    expect(markWidth({ width: 100, height: 80 })).toBe(4)
    expect(stampHeight(SIZE)).toBe(136)
    expect(stampHeight({ width: 1_200 })).toBe(102)
  })
})
