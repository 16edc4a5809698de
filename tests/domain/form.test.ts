import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Answer } from '../../src/domain/form/answer'
import {
  answersById,
  answersToHandIn,
  askedItems,
  isAbnormal,
  missingAnswers,
  restNormal,
} from '../../src/domain/form/fill'
import { formKind, type Form } from '../../src/domain/form/form'
import type { Item } from '../../src/domain/form/item'
import type { ActContext } from '../../src/domain/record-kind'
import { nameId, newId } from '../support/build/ids'

const look = (id: string, over: Partial<Item> = {}): Item =>
  ({
    ...{ id, title: id, kind: 'verdict', required: true, safety: false },
    ...{ onAbnormal: { photo: true, words: true } },
    ...over,
  }) as Item

const ITEMS: readonly Item[] = [
  look('door'),
  look('leak'),
  {
    ...{ id: 'where', title: 'where', kind: 'choice', required: true, safety: false },
    when: { all: [{ item: 'leak', is: 'equal', value: 'abnormal' }] },
    options: [
      { id: 'flange', label: '法兰', abnormal: false },
      { id: 'burst', label: '爆管', abnormal: true },
    ],
  },
  look('panel', { safety: true }),
  {
    ...{ id: 'bar', title: 'bar', kind: 'number', required: true, safety: false },
    ...{ unit: 'MPa', decimals: 2, least: 0.3, most: 0.6 },
  },
]

const form: Form = {
  ...{ id: newId(), form: newId(), version: 1, purpose: 'checklist', title: 't', source: '' },
  items: ITEMS,
}

const answer = fc.record({
  item: fc.constantFrom(...ITEMS.map(({ id }) => id)),
  value: fc.oneof(
    fc.constantFrom('normal', 'abnormal', 'notApplicable', 'flange', 'burst'),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.constant(null),
  ),
})
const answers = fc.array(answer, { maxLength: 8 }).map((list) => answersById(list as Answer[]))

describe('forms', () => {
  it('[FO1] a version never changes: the same again does nothing, another text is noted', () => {
    const context = { at: 1, by: newId(), change: newId(), record: form.id, nameId } as ActContext
    const publish = (next: Form) => formKind.apply(form, { act: 'publish', form: next }, context)
    expect(publish(form)).toEqual({ outcome: 'applied', record: form })
    expect(publish({ ...form, title: '改过的' })).toMatchObject({ outcome: 'noted', record: form })
  })

  it('[FO2] the same item twice in a version is malformed', () => {
    const twice = { ...form, items: [...ITEMS, look('door')] }
    const context = { at: 1, by: newId(), change: newId(), record: form.id, nameId } as ActContext
    const result = formKind.apply(null, { act: 'publish', form: twice }, context)
    expect(result.outcome).toBe('refused')
  })

  it('[FO4] what hangs on a hidden item is hidden too', () => {
    const after = look('how', {
      when: { all: [{ item: 'where', is: 'equal', value: 'burst' }] },
    })
    const deep = { ...form, items: [...ITEMS, after] }
    const asked = (leak: 'normal' | 'abnormal') =>
      askedItems(
        deep,
        answersById([
          { item: 'leak', value: leak },
          { item: 'where', value: 'burst' },
        ]),
      ).map(({ id }) => id)
    expect(asked('abnormal')).toContain('how')
    expect(asked('normal')).not.toContain('where')
    expect(asked('normal')).not.toContain('how')
  })

  it('[FO9] words are handed in with what is abnormal, and not with what is not', () => {
    const handed = (value: 'normal' | 'abnormal') =>
      answersToHandIn(form, answersById([{ item: 'door', value, words: '门关不上' }])).find(
        ({ item }) => item === 'door',
      )
    expect(handed('abnormal')).toMatchObject({ words: '门关不上' })
    expect(handed('normal')?.words).toBeUndefined()
  })

  it('[FO3] a follow-up is asked only while its condition holds', () => {
    const asked = (value: string) =>
      askedItems(form, answersById([{ item: 'leak', value }])).some(({ id }) => id === 'where')
    expect([asked('abnormal'), asked('normal')]).toEqual([true, false])
  })

  it('[FO5] limits are inside; beyond them is abnormal', () => {
    const bar = ITEMS[4] as Item
    const at = (value: number) => isAbnormal(bar, { item: 'bar', value })
    expect([at(0.29), at(0.3), at(0.6), at(0.61)]).toEqual([true, false, false, true])
  })

  it('[FO6] an abnormal item wants photo, words and what is done about it, in that order', () => {
    const why = (over: Partial<Answer>) =>
      missingAnswers(form, answersById([{ item: 'door', value: 'abnormal', ...over }])).find(
        ({ item }) => item === 'door',
      )?.why
    const photo = {
      ...{ sha256: 'a'.repeat(64), width: 1, height: 1, bytes: 1, takenAt: 0 },
      preview: 'data:image/webp;base64,AA==',
    }
    const photos = [photo]
    expect(why({})).toBe('photo')
    expect(why({ photos })).toBe('words')
    expect(why({ photos, words: '坏了' })).toBe('remedy')
    expect(why({ photos, words: '坏了', remedy: { kind: 'lookAgain' } })).toBeUndefined()
  })

  it('[FO7] 「其余正常」 never answers readings, safety items, what failed last time, or twice', () => {
    fc.assert(
      fc.property(answers, fc.subarray(ITEMS.map(({ id }) => id)), (given, failed) => {
        for (const { item, value } of restNormal(form, given, new Set(failed))) {
          const asked = ITEMS.find(({ id }) => id === item)
          expect(asked?.kind).toBe('verdict')
          expect(asked?.safety).toBe(false)
          expect(failed).not.toContain(item)
          expect(given.get(item)?.value ?? null).toBeNull()
          expect(value).toBe('normal')
        }
      }),
    )
  })

  it('[FO8] hands in only what is asked, each once, in the form’s order', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const handed = answersToHandIn(form, given).map(({ item }) => item)
        const asked = askedItems(form, given).map(({ id }) => id)
        expect(handed).toEqual(asked.filter((id) => handed.includes(id)))
      }),
    )
  })
})
