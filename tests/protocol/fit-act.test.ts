import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BLANK_PREVIEW, PHOTOS_LIMIT, PREVIEW_LIMIT, type Photo } from '../../src/domain/photo'
import { fitAct } from '../../src/protocol/fit-act'
import { LIMITS } from '../../src/protocol/version'

const HEAD = 'data:image/webp;base64,'
const photo = (index: number, length = PREVIEW_LIMIT): Photo => ({
  ...{ sha256: index.toString(16).padStart(64, '0'), width: 1_600, height: 1_200 },
  ...{ bytes: 300_000, takenAt: 1_790_000_000_000 + index },
  preview: HEAD + 'A'.repeat(length - HEAD.length),
})
const bytesOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value))

interface Deed {
  readonly photos: readonly Photo[]
  readonly fixed: { readonly after: readonly Photo[] }
}
const photosIn = ({ photos, fixed }: Deed) => [...photos, ...fixed.after]

describe('[PH9] an act and its photos', () => {
  it('is left alone while it fits', () => {
    const act = { act: 'say', words: '阀门', photos: [photo(1), photo(2)] }
    expect(fitAct(act)).toBe(act)
  })

  it('fits with forty before and forty after and many words: the first keep their previews', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: PHOTOS_LIMIT }),
        fc.integer({ min: 0, max: PHOTOS_LIMIT }),
        fc.integer({ min: BLANK_PREVIEW.length + 1, max: PREVIEW_LIMIT }),
        fc.string({ unit: 'grapheme', maxLength: 4_000 }),
        (before, after, length, words) => {
          const list = (from: number, many: number) =>
            Array.from({ length: many }, (_, at) => photo(from + at, length))
          const act = { words, photos: list(0, before), fixed: { after: list(100, after), words } }
          const fitted = fitAct(act)
          expect(bytesOf(fitted)).toBeLessThan(LIMITS.changeBytes - 1_000)
          const [given, kept] = [photosIn(act), photosIn(fitted)]
          expect(kept.map(({ sha256 }) => sha256)).toEqual(given.map(({ sha256 }) => sha256))
          // Once there was no room for one, there is none for those behind it.
          const blanks = kept.map(({ preview }) => Number(preview === BLANK_PREVIEW))
          expect(blanks).toEqual([...blanks].sort())
        },
      ),
      { numRuns: 60 },
    )
  })
})
