import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/** A small house of its own with our rules, into which one violation at a time is planted. */
let house: string

const CONFIGS = [
  '.dependency-cruiser.cjs',
  'tsconfig.base.json',
  'tsconfig.tests.json',
  'package.json',
]

const write = (path: string, text: string) => {
  mkdirSync(dirname(join(house, path)), { recursive: true })
  writeFileSync(join(house, path), text)
}

const cruise = (): string => {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      ...['--config', '.dependency-cruiser.cjs', 'src', 'server'],
    ],
    { cwd: house, encoding: 'utf8' },
  )
  return stdout + stderr
}

const ROOMS = ['domain', 'protocol', 'device', 'storage', 'sync', 'stores', 'ui', 'app'] as const

beforeAll(() => {
  // Inside the project, so that its node_modules are found the ordinary way.
  house = mkdtempSync(resolve('.walls-'))
  for (const file of CONFIGS) cpSync(file, join(house, file))
  for (const room of ROOMS) write(`src/${room}/thing.ts`, 'export const thing = 1\n')
  for (const feature of ['one', 'two'])
    write(`src/features/${feature}/thing.ts`, 'export const thing = 1\n')
  write('server/thing.ts', 'export const thing = 1\n')
  write('tests/thing.ts', 'export const thing = 1\n')
})

afterAll(() => rmSync(house, { recursive: true, force: true }))

const PLANTED: readonly (readonly [string, string, string, string])[] = [
  ['wall-domain', 'src/domain/bad.ts', '../protocol/thing', 'thing'],
  ['wall-protocol', 'src/protocol/bad.ts', '../storage/thing', 'thing'],
  ['wall-device', 'src/device/bad.ts', '../stores/thing', 'thing'],
  ['wall-storage', 'src/storage/bad.ts', '../sync/thing', 'thing'],
  ['wall-sync', 'src/sync/bad.ts', '../stores/thing', 'thing'],
  ['wall-stores', 'src/stores/bad.ts', '../ui/thing', 'thing'],
  ['wall-ui', 'src/ui/bad.ts', '../stores/thing', 'thing'],
  ['wall-features', 'src/features/one/bad.ts', '../../sync/thing', 'thing'],
  ['wall-app', 'src/app/bad.ts', '../../server/thing', 'thing'],
  ['no-other-features', 'src/features/one/bad.ts', '../two/thing', 'thing'],
  ['wall-server', 'server/bad.ts', '../src/stores/thing', 'thing'],
  ['nothing-imports-tests-or-scripts', 'src/app/bad.ts', '../../tests/thing', 'thing'],
  ['domain-knows-only-valibot', 'src/domain/bad.ts', 'uuid', 'v4'],
  ['only-storage-knows-dexie', 'src/stores/bad.ts', 'dexie', 'Dexie'],
  ['no-vue-below-the-stores', 'src/sync/bad.ts', 'vue', 'ref'],
  ['no-stores-in-ui', 'src/ui/bad.ts', 'pinia', 'defineStore'],
  ['resolvable', 'src/app/bad.ts', './nowhere', 'thing'],
  ['core-knows-no-platform', 'src/domain/bad.ts', 'node:fs', 'readFileSync'],
]

describe('the walls', () => {
  it('stand green in a house that keeps the rules', () => {
    expect(cruise()).toContain('no dependency violations found')
  })

  it.each(PLANTED)('%s goes red on a planted violation', (rule, file, from, name) => {
    write(file, `import { ${name} } from '${from}'\nexport const bad = ${name}\n`)
    const said = cruise()
    rmSync(join(house, file))
    expect(said).toContain(`error ${rule}:`)
  })

  it('no-circles goes red on two files that need each other', () => {
    write('src/domain/a.ts', "import { b } from './b'\nexport const a = () => b\n")
    write('src/domain/b.ts', "import { a } from './a'\nexport const b = () => a\n")
    const said = cruise()
    for (const name of ['a', 'b']) rmSync(join(house, `src/domain/${name}.ts`))
    expect(said).toContain('error no-circles:')
  })

  it('no-barrels goes red on a barrel', () => {
    write('src/ui/index.ts', "export { thing } from './thing'\n")
    write('src/ui/user.ts', "import { thing } from './index'\nexport const user = thing\n")
    const said = cruise()
    for (const name of ['index', 'user']) rmSync(join(house, `src/ui/${name}.ts`))
    expect(said).toContain('error no-barrels:')
  })
})
