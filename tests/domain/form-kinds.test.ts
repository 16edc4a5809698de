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
import { formOf, itemOf } from '../support/build/form'

const OPTIONS = [
  { id: 'rust', label: '锈蚀', abnormal: true },
  { id: 'dust', label: '积灰', abnormal: false },
  { id: 'noise', label: '异响', abnormal: true },
  { id: 'none', label: '都没有', abnormal: false },
]
const seen = itemOf('choices', { options: OPTIONS, least: 1, most: 3 })
const where = itemOf('text', {
  ...{ id: 'where', long: false },
  when: { all: [{ item: seen.id, is: 'equal', value: 'rust' }] },
})
const clean = itemOf('text', {
  ...{ id: 'clean', long: false },
  when: { all: [{ item: seen.id, is: 'different', value: 'dust' }] },
})
const due = itemOf('date', { expires: true })
const done = itemOf('date', { id: 'done' })

const whyOf = (form: ReturnType<typeof formOf>, answer: Answer) =>
  missingAnswers(form, answersById([answer])).find(({ item }) => item === answer.item)?.why

const chosen = fc.array(fc.constantFrom('gone', ...OPTIONS.map(({ id }) => id)), { maxLength: 6 })

describe('several options', () => {
  const form = formOf(seen, where, clean)

  it('[FO11] are within the numbers asked for, each of the form, none twice', () => {
    const why = (...value: string[]) => whyOf(form, { item: seen.id, value })
    expect(why()).toBe('answer')
    expect(why('dust')).toBeUndefined()
    expect(why('rust', 'dust', 'noise', 'none')).toBe('too-many')
    expect(why('gone')).toBe('not-an-option')
    expect(why('dust', 'dust')).toBe('not-an-option')
    const two = formOf(itemOf('choices', { options: OPTIONS, least: 2, most: null }))
    expect(whyOf(two, { item: seen.id, value: ['dust'] })).toBe('too-few')
    const free = formOf(itemOf('choices', { options: OPTIONS, least: 2, most: 2, required: false }))
    expect(whyOf(free, { item: seen.id, value: [] })).toBeUndefined()
  })

  it('[FO5] [FO6] are abnormal when one of them is, whatever the order', () => {
    fc.assert(
      fc.property(chosen, (value) => {
        const isBad = isAbnormal(seen, { item: seen.id, value })
        expect(isBad).toBe(value.includes('rust') || value.includes('noise'))
        expect(isAbnormal(seen, { item: seen.id, value: [...value].reverse() })).toBe(isBad)
      }),
    )
    expect(whyOf(form, { item: seen.id, value: ['rust'] })).toBe('words')
  })

  it('[FO3] hold a condition when the option is among them, or is not', () => {
    const asked = (...value: string[]) =>
      askedItems(form, answersById([{ item: seen.id, value }])).map(({ id }) => id)
    expect(asked('dust', 'rust')).toEqual([seen.id, 'where'])
    expect(asked('noise')).toEqual([seen.id, 'clean'])
    expect(asked()).toEqual([seen.id])
  })

  it('[FO8] are handed in as they were chosen; nothing chosen is nothing handed in', () => {
    const handed = (value: string[]) =>
      answersToHandIn(form, answersById([{ item: seen.id, value }]))
    expect(handed(['dust'])).toEqual([{ item: seen.id, value: ['dust'] }])
    expect(handed([])).toEqual([])
  })
})

describe('a day', () => {
  const form = formOf(due, done)

  it('[FO10] of something that runs out is abnormal once past, by the day it was written down', () => {
    const at = (value: string, givenOn: string) =>
      isAbnormal(due, { item: due.id, value, givenOn } as Answer)
    expect(at('2026-11-23', '2026-11-24')).toBe(true)
    expect(at('2026-11-24', '2026-11-24')).toBe(false)
    expect(at('2027-01-01', '2026-12-31')).toBe(false)
    expect(isAbnormal(done, { item: 'done', value: '1999-01-01' })).toBe(false)
    expect(isAbnormal(due, { item: due.id, value: '1999-01-01' })).toBe(false)
  })

  it('[FO6] is in the calendar', () => {
    const why = (value: string) => whyOf(form, { item: 'done', value })
    expect(why('2028-02-29')).toBeUndefined()
    expect([why('2026-02-29'), why('明年'), why('')]).toEqual([
      'not-an-option',
      'not-an-option',
      'answer',
    ])
  })

  it('[FO10] is handed in with the day it was written down', () => {
    const given = { item: due.id, value: '2027-05-01', givenOn: '2026-11-24' } as Answer
    expect(answersToHandIn(form, answersById([given]))).toEqual([given])
  })
})

describe('a code and a voice note', () => {
  const code = itemOf('scan', {})
  const voice = itemOf('voice', {})
  const form = formOf(code, voice)
  const sounds = [
    { sha256: 'e'.repeat(64), bytes: 9, seconds: 3, type: 'audio/webm' as const, takenAt: 1 },
  ]

  it('[FO12] are missing until something was read or typed, and until something was said', () => {
    expect(missingAnswers(form, answersById([])).map(({ why }) => why)).toEqual(['answer', 'voice'])
    expect(whyOf(form, { item: 'voice', value: null, sounds: [] })).toBe('voice')
    expect(whyOf(form, { item: 'voice', value: null, sounds })).toBeUndefined()
    expect(whyOf(form, { item: 'scan', value: 'PUMP-0042' })).toBeUndefined()
    expect(whyOf(form, { item: 'scan', value: 42 })).toBe('not-an-option')
  })

  it('[FO8] [FO12] are handed in as they are; nothing said is nothing handed in', () => {
    const answers: Answer[] = [
      { item: 'scan', value: 'PUMP-0042' },
      { item: 'voice', value: null, sounds },
    ]
    expect(answersToHandIn(form, answersById(answers))).toEqual(answers)
    expect(
      answersToHandIn(form, answersById([{ item: 'voice', value: null, sounds: [] }])),
    ).toEqual([])
  })
})

it('[FO7] 「其余正常」 chooses nothing and dates nothing', () => {
  expect(restNormal(formOf(seen, due), answersById([]), new Set())).toEqual([])
})
