import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { KIND_NAMES } from '../../src/domain/kind-table'
import { en } from '../../src/protocol/wording/en'
import { zhCN } from '../../src/protocol/wording/zh-CN'

const ROOT = 'src/app/wording'

/** Every message by its path, lists by their places. */
const messages = (value: unknown, path = ''): [string, string][] => {
  if (typeof value === 'string') return [[path, value]]
  return Object.entries(value as object).flatMap(([key, each]) => messages(each, `${path}.${key}`))
}

const read = (language: string, file: string) =>
  new Map(messages(JSON.parse(readFileSync(`${ROOT}/${language}/${file}`, 'utf8'))))

const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()
/** One and many, where a language tells them apart. */
const formsOf = (text: string) => text.split(' | ')

const FILES = readdirSync(`${ROOT}/zh-CN`)

describe('wording', () => {
  it('calls every kind of record by a name', () => {
    const said = read('zh-CN', 'state.json')
    expect(KIND_NAMES.filter((kind) => !said.has(`.record.${kind}`))).toEqual([])
  })

  it('has the same files in both languages', () => {
    expect(readdirSync(`${ROOT}/en`)).toEqual(FILES)
  })

  it.each(FILES)('%s has the same keys and the same holes in both languages', (file) => {
    const [chinese, english] = [read('zh-CN', file), read('en', file)]
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort())
    for (const [key, text] of chinese)
      for (const form of formsOf(english.get(key) ?? ''))
        expect(holes(form), key).toEqual(holes(text))
  })

  it('leaves nothing in Chinese for those who read English', () => {
    const left = FILES.flatMap((file) => [...read('en', file)])
      .filter(([, text]) => /\p{Script=Han}/u.test(text))
      .map(([key]) => key)
    // The button that leads back to Chinese says so in Chinese.
    expect(left.filter((key) => key !== '.otherLanguage')).toEqual([])
  })

  it('never says 1 stops: where a number stands before a noun, English has one and many', () => {
    const counted = /\{(?!name\b)\w+\} [a-z]{3,}s\b/
    const wrong = FILES.flatMap((file) => [...read('en', file)])
      .filter(([, text]) => formsOf(text).length === 1 && counted.test(text))
      .map(([key]) => key)
    expect(wrong).toEqual([])
  })

  it('answers from the server have the same kinds in both languages', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(zhCN).sort())
  })
})
