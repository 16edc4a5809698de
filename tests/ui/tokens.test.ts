import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync('src/ui/tokens.css', 'utf8')

const blockAfter = (selector: string): ReadonlyMap<string, string> => {
  const start = css.indexOf(selector)
  const body = css.slice(css.indexOf('{', start), css.indexOf('}', start))
  return new Map([...body.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, n, c]) => [n!, c!]))
}
const THEMES = {
  light: blockAfter(":root,\n[data-theme='light'] {"),
  dark: blockAfter("\n  [data-theme='dark'] {"),
}

const luminance = (hex: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
const contrast = (one: string, other: string): number => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

const TEXT: readonly (readonly [string, string])[] = [
  ...['ink', 'soft', 'sprout', 'amber', 'red', 'blue'].flatMap((text) => [
    [text, 'paper'] as const,
    [text, 'card'] as const,
  ]),
  ...['ink', 'sprout', 'amber', 'red'].map((text) => [text, 'picked'] as const),
  ...['sprout', 'amber', 'red', 'blue'].map((text) => [text, `${text}-ground`] as const),
  ['on-sprout', 'sprout'],
  ['on-red', 'red'],
  ['paper', 'ink'],
]

describe.each(Object.entries(THEMES))('colours, %s', (_theme, tokens) => {
  const colour = (name: string) => tokens.get(name) ?? `no --${name}`

  it.each(TEXT)('--%s on --%s reads at 7:1', (text, ground) => {
    expect(contrast(colour(text), colour(ground))).toBeGreaterThanOrEqual(7)
  })
  it.each(['paper', 'card'])('the line of what one can touch stands out from --%s', (ground) => {
    expect(contrast(colour('line'), colour(ground))).toBeGreaterThanOrEqual(3)
  })
})

it('the system’s dark is the same dark', () => {
  const system = blockAfter(':root:not([data-theme]),')
  expect(Object.fromEntries(system)).toEqual(Object.fromEntries(THEMES.dark))
})
