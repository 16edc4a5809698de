import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly html: string }[]
}

/** What another theme or size of letters can make wrong; all else is the same in each. */
const OF_A_DRESS = ['color-contrast', 'scrollable-region-focusable']

interface Axe {
  run(options: object): Promise<{ violations: Violation[] }>
}

/** What axe finds wrong on the page as it stands; empty when nothing. */
export const violations = async (page: Page, isOnlyTheDress = false): Promise<string[]> => {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE)
  const found = await page.evaluate(
    (rules) =>
      (globalThis as unknown as { axe: Axe }).axe
        .run({ resultTypes: ['violations'], ...(rules ? { runOnly: rules } : {}) })
        .then((result) => result.violations),
    isOnlyTheDress ? OF_A_DRESS : null,
  )
  return found.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  )
}
