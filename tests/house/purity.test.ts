import { ESLint } from 'eslint'
import { rmSync, writeFileSync } from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'

const planted: string[] = []

const rulesBrokenBy = async (path: string, text: string): Promise<string[]> => {
  writeFileSync(path, text)
  planted.push(path)
  const [result] = await new ESLint({ ignore: false }).lintFiles([path])
  return (result?.messages ?? []).map(({ ruleId }) => ruleId ?? 'parse')
}

afterEach(() => {
  for (const path of planted.splice(0)) rmSync(path, { force: true })
})

const CORE = 'src/domain/planted-violation.ts'
const PAGE = 'src/ui/PlantedViolation.vue'
const page = (inner: string) => `<template>\n  <div ${inner} />\n</template>\n`

describe('what lint does not let in', () => {
  it.each([
    ['a clock', CORE, 'export const at = Date.now()\n', 'no-restricted-globals'],
    ['a console', CORE, "console.log('x')\n", 'no-restricted-globals'],
    ['chance', CORE, 'export const luck = Math.random()\n', 'no-restricted-properties'],
    [
      'any',
      CORE,
      'export const thing = (x: any) => x as number\n',
      '@typescript-eslint/no-explicit-any',
    ],
    ['a default export', CORE, 'export default 1\n', 'no-restricted-syntax'],
    ['v-html', PAGE, page('v-html="x"'), 'vue/no-v-html'],
    ['a static style', PAGE, page('style="color: red"'), 'vue/no-restricted-static-attribute'],
  ])('%s', async (_what, path, text, rule) => {
    expect(await rulesBrokenBy(path, text)).toContain(rule)
  })
})
