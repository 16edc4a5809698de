import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'

/** What a file brings with it, and what that brings in turn. */
const reachedFrom = (start: string): ReadonlySet<string> => {
  const reached = new Set<string>()
  const go = (path: string) => {
    if (reached.has(path) || !existsSync(path)) return
    reached.add(path)
    const text = readFileSync(path, 'utf8')
    for (const [, from] of text.matchAll(/(?:from |import\()'(\.[^']+)'/g))
      go(join(dirname(path), from?.endsWith('.vue') ? from : `${from ?? ''}.ts`))
  }
  go(start)
  return reached
}

const parts = readdirSync('src/ui', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.vue'))
  .map((path) => join('src/ui', path))

it('shows every part on the page for those who build the app', () => {
  const shown = reachedFrom('src/features/design/routes.ts')
  expect(shown.size).toBeGreaterThan(parts.length)
  expect(parts.filter((part) => !shown.has(part))).toEqual([])
})
