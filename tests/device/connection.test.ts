import { afterEach, describe, expect, it, vi } from 'vitest'
import { carrier } from '../../src/device/connection'

afterEach(() => vi.unstubAllGlobals())

describe('[ST15] what carries the data', () => {
  it.each([
    { type: 'wifi', is: 'wifi' },
    { type: 'ethernet', is: 'wifi' },
    { type: 'cellular', is: 'mobile' },
    { type: 'unknown', is: null },
    { type: 'other', is: null },
    { type: 'none', is: null },
  ])('$type is $is', ({ type, is }) => {
    vi.stubGlobal('navigator', { connection: { type } })
    expect(carrier()).toBe(is)
  })

  it('is not told by a browser that says nothing', () => {
    vi.stubGlobal('navigator', {})
    expect(carrier()).toBeNull()
  })
})
