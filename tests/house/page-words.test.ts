import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = 'src/app/wording/zh-CN'
const FILES = readdirSync(ROOT).map((file) => file.replace('.json', ''))

/** What travels with the app itself, as the reading of the files there says. */
const EVERYWHERE =
  /zh-CN\/\{([\w,]+)\}/.exec(readFileSync('src/app/i18n.ts', 'utf8'))?.[1]?.split(',') ?? []

const FEATURES = readdirSync('src/features')

/** Every file of ours that is reached from one, now or later, without those of another page. */
const reached = (from: string, seen = new Set<string>()): ReadonlySet<string> => {
  if (seen.has(from)) return seen
  seen.add(from)
  const text = readFileSync(from, 'utf8').replace(/^import type .*$/gm, '')
  for (const [, path = ''] of text.matchAll(/(?:from |import\(|^import )'(\.[^'?]+)'/gm)) {
    const to = normalize(join(from, '..', path))
    const file = [to, `${to}.ts`].find((each) => /\.(ts|vue)$/.test(each) && existsSync(each))
    if (file && !file.endsWith('/routes.ts')) reached(file, seen)
  }
  return seen
}

const SAID = new RegExp(`['\`]((${FILES.join('|')})\\.[\\w.$-]+)(.)`, 'g')

/** Every key in the text of a file: with its wording's file, and whether it is written out whole. */
const keysIn = (file: string) =>
  [...readFileSync(file, 'utf8').matchAll(SAID)].map(([, key = '', words = '', end]) => ({
    ...{ file, key, words, isWhole: end === "'" && !key.includes('$') },
  }))

const wordsOf = (files: Iterable<string>) => new Set([...files].flatMap(keysIn).map((k) => k.words))

const missing = (files: Iterable<string>, there: readonly string[]) =>
  [...wordsOf(files)].filter((words) => ![...EVERYWHERE, ...there].includes(words))

const quoted = (text = '') => [...text.matchAll(/'(\w+)'/g)].map(([, word = '']) => word)

/** Each page by its path, with the words its route names, as the routes of its feature are written. */
const routes = FEATURES.flatMap((feature) => {
  const text = readFileSync(`src/features/${feature}/routes.ts`, 'utf8')
  const [head = '', ...each] = text.split(/(?=path: ')/)
  const shared = quoted(/const words = \[([^\]]*)\]/.exec(head)?.[1])
  return each.map((route) => {
    const [, path = ''] = /path: '([^']*)'/.exec(route) ?? []
    const [, page = ''] = /(\w+)\.vue|component: (\w+)/.exec(route)?.filter(Boolean) ?? []
    const own = /words: \[([^\]]*)\]/.exec(route)
    const words = own ? quoted(own[1]) : /\bwords\b/.test(route) ? shared : []
    return [path, `src/features/${feature}/${page}.vue`, words] as const
  })
})

const whole = (value: unknown, path: string): string[] =>
  value && typeof value === 'object' && !Array.isArray(value)
    ? [path, ...Object.entries(value).flatMap(([key, each]) => whole(each, `${path}.${key}`))]
    : [path]

describe('the words of a page', () => {
  it('finds the words that travel with the app', () => {
    expect(EVERYWHERE).toContain('app')
  })

  it.each(routes)('%s has all it says', (_path, page, words) => {
    expect(missing(reached(page), words)).toEqual([])
  })

  it.each(routes)('%s brings no words that nobody there says', (_path, page, words) => {
    const said = wordsOf(reached(page))
    expect(words.filter((each) => EVERYWHERE.includes(each) || !said.has(each))).toEqual([])
  })

  it('what is round every page says only what travels with the app', () => {
    expect(missing(reached('src/app/main.ts'), [])).toEqual([])
  })

  it('every key written out is there', () => {
    const keys = new Set(
      FILES.flatMap((name) =>
        whole(JSON.parse(readFileSync(`${ROOT}/${name}.json`, 'utf8')) as unknown, name),
      ),
    )
    const files = [...routes.map(([, page]) => page), 'src/app/main.ts']
    const said = files.flatMap((file) => [...reached(file)]).flatMap(keysIn)
    // What went wrong with a photo is named as the words for errors name it.
    const isThere = (key: string) => keys.has(key) || keys.has(`error.${key}`)
    expect(said.filter(({ isWhole, key }) => isWhole && !isThere(key))).toEqual([])
  })
})
