import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return filesUnder(path)
    return /\.(ts|vue|mjs)$/.test(path) ? [path] : []
  })

it('no file of the house is longer than the 200-line wall', () => {
  const long = ['src', 'server', 'scripts']
    .flatMap(filesUnder)
    .map((path) => [path, readFileSync(path, 'utf8').split('\n').length - 1] as const)
    .filter(([, lines]) => lines > 200)
  expect(long).toEqual([])
})
