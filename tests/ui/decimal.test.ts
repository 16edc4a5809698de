import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readDecimal } from '../../src/ui/decimal'

it.each([
  ['0.42', 0.42],
  [' 0。42 ', 0.42],
  ['０．４２', 0.42],
  ['0,42', 0.42],
  ['0,420', 0.42],
  ['.5', 0.5],
  ['-3', -3],
  ['−3', -3],
  ['12.', 12],
])('reads %s', (typed, value) => {
  expect(readDecimal(typed)).toBe(value)
})

it.each(['', '-', '.', '1.2.3', '1,000', '1,000.5', '3 4', 'abc', '1e3', 'Infinity'])(
  'does not guess at “%s”',
  (typed) => {
    expect(readDecimal(typed)).toBeNull()
  },
)

it('reads back every number it could show', () => {
  const whole = fc.integer({ min: -1e8, max: 1e8 })
  fc.assert(
    fc.property(whole, fc.integer({ min: 0, max: 4 }), (digits, places) => {
      const shown = (digits / 10 ** places).toFixed(places)
      expect(readDecimal(shown)).toBe(Number(shown))
    }),
  )
})
