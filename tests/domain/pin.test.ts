import { describe, expect, it } from 'vitest'
import { MINUTE, SECOND } from '../../src/domain/instant'
import { MOST_WRONG } from '../../src/domain/lock'
import { isEasyPin, isPin, pinDigits, waitAfter } from '../../src/domain/pin'

describe('an unlock code', () => {
  it('[LK2] is six digits, whatever keyboard they come from', () => {
    expect(['123456', '12345', '1234567', '12345a', ''].map(isPin)).toEqual([
      ...[true, false, false, false, false],
    ])
    expect(pinDigits('13 5-792468')).toBe('135792')
    expect(pinDigits('１３５７９２')).toBe('135792')
  })

  it('[LK2] is none that everybody tries first', () => {
    const easy = ['000000', '123456', '987654', '121212', '135135', '888888', '456789']
    expect(easy.filter((pin) => !isEasyPin(pin))).toEqual([])
    expect(['135792', '112233', '280517', '100000'].filter(isEasyPin)).toEqual([])
  })

  it('[LK4] waits longer with each wrong one after the fourth, and five minutes at most', () => {
    const waits = Array.from({ length: MOST_WRONG }, (_, at) => waitAfter(at + 1))
    const half = 30 * SECOND
    expect(waits).toEqual([
      ...[0, 0, 0, 0, half, 2 * half, 4 * half, 8 * half, 5 * MINUTE, 5 * MINUTE],
    ])
  })
})
