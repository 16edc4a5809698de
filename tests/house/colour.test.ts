import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

/** A written colour: `#5d6a62`, `rgb(…)`, `hsl(…)`. A selector such as `#app` is none. */
const COLOUR = /#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})\b(?=["';\s,)])|\b(?:rgb|hsl)a?\(/gi

const dressed = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((path) =>
  /\.(?:css|vue)$/.test(path),
)

it('has its colours in one file, from which all styles take them', () => {
  const coloursOf = (path: string) => readFileSync(`src/${path}`, 'utf8').match(COLOUR) ?? []
  expect(coloursOf('ui/tokens.css').length).toBeGreaterThan(20)
  expect(
    dressed
      .filter((path) => path !== 'ui/tokens.css')
      .flatMap((path) => coloursOf(path).map((colour) => `${path} ${colour}`)),
  ).toEqual([])
})
