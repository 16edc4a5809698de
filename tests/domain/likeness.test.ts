import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isAlike, likenessApart, likenessOf } from '../../src/domain/likeness'

const grey = fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 72, maxLength: 72 })
/** A picture with edges enough to be told from another. */
const SCENE = Array.from({ length: 72 }, (_, cell) => (cell * 83) % 256)
const OTHER = Array.from({ length: 72 }, (_, cell) => (cell * 47 + (cell % 5) * 60) % 256)

describe('[DO4] the likeness of pictures', () => {
  it('is sixteen hex digits, and no picture differs from itself', () => {
    fc.assert(
      fc.property(grey, (picture) => {
        const likeness = likenessOf(picture)
        expect(likeness).toMatch(/^[0-9a-f]{16}$/)
        expect(likenessApart(likeness, likeness)).toBe(0)
      }),
    )
  })

  it('is told alike from both sides, and apart by as many bits as are turned', () => {
    expect(likenessApart('0'.repeat(16), 'f'.repeat(16))).toBe(64)
    expect(likenessApart('0'.repeat(16), `${'0'.repeat(15)}7`)).toBe(3)
    fc.assert(
      fc.property(grey, grey, (one, two) => {
        const [a, b] = [likenessOf(one), likenessOf(two)] as const
        expect(isAlike(a, b)).toBe(isAlike(b, a))
      }),
    )
  })

  it('finds the same scene darker, and tells another scene from it', () => {
    const darker = SCENE.map((value) => Math.floor(value * 0.7))
    expect(isAlike(likenessOf(SCENE), likenessOf(darker))).toBe(true)
    expect(isAlike(likenessOf(SCENE), likenessOf(OTHER))).toBe(false)
  })

  it('says nothing of a dark wall, or of a photo from before there was a likeness', () => {
    const dark = likenessOf(Array.from({ length: 72 }, () => 3))
    expect(isAlike(dark, dark)).toBe(false)
    expect(isAlike(undefined, likenessOf(SCENE))).toBe(false)
  })
})
