import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Answer } from '../../src/domain/form/answer'
import { answersById, answersToHandIn } from '../../src/domain/form/fill'
import type { Item } from '../../src/domain/form/item'
import { repeatedAnswer } from '../../src/domain/form/repeat'
import { formOf, itemOf } from '../support/build/form'

const options = [
  { id: 'works', label: '施工', abnormal: false },
  { id: 'leak', label: '渗漏', abnormal: true },
]
const more = { safety: false, repeatable: true }
const REPEATABLE: readonly Item[] = [
  itemOf('text', { ...more, long: false }),
  itemOf('choice', { ...more, options }),
  itemOf('choices', { ...more, options, least: null, most: null }),
  itemOf('date', { ...more, expires: true }),
]
const onAbnormal = { photo: false, words: false }
/** Whatever the author wrote by mistake. */
const NEVER: readonly Item[] = [
  { ...itemOf('verdict', { onAbnormal }), repeatable: true } as Item,
  {
    ...itemOf('number', { unit: 'V', decimals: 0, least: null, most: null }),
    repeatable: true,
  } as Item,
  { ...itemOf('photo', {}), repeatable: true } as Item,
  ...REPEATABLE.map((item) => ({ ...item, safety: true })),
  ...REPEATABLE.map((item) => ({ ...item, repeatable: false })),
]
const value = fc.oneof(
  fc.constantFrom('normal', 'works', 'leak', 'gone', '', '2027-03-31', '2020-01-01', '照常'),
  fc.integer(),
  fc.subarray(['works', 'leak', 'gone']),
  fc.constant(null),
)

describe('同上次', () => {
  it('[FO13] is never offered for readings, verdicts, photos, safety items, or unasked', () => {
    fc.assert(
      fc.property(fc.constantFrom(...NEVER), value, (item, given) => {
        expect(repeatedAnswer(item, { item: item.id, value: given })).toBeNull()
      }),
    )
  })

  it('[FO13] takes over exactly what it was, and nothing that is wrong or no longer offered', () => {
    fc.assert(
      fc.property(fc.constantFrom(...REPEATABLE), value, (item, given) => {
        const last = { item: item.id, value: given, givenOn: '2026-11-24', words: '旧话' } as Answer
        const again = repeatedAnswer(item, last)
        if (again) expect(again).toEqual({ value: given, sameAsLast: true })
        const isChoice = item.kind === 'choice' || item.kind === 'choices'
        if (isChoice && JSON.stringify(given)?.match(/leak|gone/)) expect(again).toBeNull()
        if (item.kind === 'date' && given === '2020-01-01') expect(again).toBeNull()
      }),
    )
    const [text] = REPEATABLE as readonly [Item]
    expect(repeatedAnswer(text, { item: 'text', value: '照常' })?.value).toBe('照常')
    expect(repeatedAnswer(text, undefined)).toBeNull()
  })

  it('[FO13] is still said when the answer is handed in', () => {
    const given: Answer = { item: 'text', value: '照常', sameAsLast: true }
    expect(answersToHandIn(formOf(...REPEATABLE), answersById([given]))).toEqual([given])
  })
})
