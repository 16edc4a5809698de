import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

/** Styles that are there once any part that brings them was on the screen, on every page from then on. */
const BROUGHT = ['overlay.css', 'photo-draw.css', 'photo-view.css']

const components = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.vue'))
  .map((path) => ({ path, text: readFileSync(`src/${path}`, 'utf8') }))

const outermostClasses = (style: string): string[] =>
  [...style.matchAll(/^\s*\.([a-z][a-z-]*)/gm)].flatMap(([, name]) => (name ? [name] : []))

const classesWorn = (text: string): string[] =>
  [...text.matchAll(/\sclass="([^"]+)"/g)].flatMap(([, names]) => (names ?? '').split(/\s+/))

it.each(BROUGHT)('%s dresses only those who bring it', (sheet) => {
  const names = new Set(outermostClasses(readFileSync(`src/ui/${sheet}`, 'utf8')))
  const caught = components
    .filter(({ text }) => !text.includes(`/${sheet}'`))
    .flatMap(({ path, text }) =>
      classesWorn(text)
        .filter((name) => names.has(name))
        .map((name) => `${path} .${name}`),
    )
  expect(names.size).toBeGreaterThan(0)
  expect(caught).toEqual([])
})
