/**
 * Everything that decides whether the product works, from a fresh clone: install, build, types,
 * walls, lint, format, then every test room. The last line counts them all.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt } from './ensure-built.mjs'
import { ensureInstalled } from './ensure-installed.mjs'
import { ensureChromium } from './find-chromium.mjs'
import { sideBySide } from './side-by-side.mjs'

/** The types take about as long as all the others. */
const CHECKS = [['types'], ['format:check', 'walls', 'lint']]
const BROWSER_ROOM = /[\\/]tests[\\/]e2e[\\/]/

ensureInstalled()
const chromium = ensureChromium()
ensureBuilt()

let passed = 0
let failed = 0
const failures = []
const count = (name, isGood) => {
  if (isGood) passed += 1
  else {
    failed += 1
    failures.push(name)
  }
}

await sideBySide(CHECKS, count)

const folder = mkdtempSync(join(tmpdir(), 'mengya-test-'))
const report = join(folder, 'report.json')
process.stdout.write('\n— tests\n')
const status = spawnSync(
  process.execPath,
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...process.argv.slice(2),
  ],
  { stdio: 'inherit', env: { ...process.env, CHROMIUM_PATH: chromium } },
).status

if (existsSync(report)) {
  const result = JSON.parse(readFileSync(report, 'utf8'))
  passed += result.numPassedTests
  failed += result.numFailedTests
  const broken = result.testResults.filter(
    (file) =>
      file.status === 'failed' && file.assertionResults.every((one) => one.status !== 'failed'),
  )
  for (const file of broken) count(file.name, false)
  const isWhole = process.argv.length === 2
  const browserTests = result.testResults
    .filter((file) => BROWSER_ROOM.test(file.name))
    .flatMap((file) => file.assertionResults)
    .filter((one) => one.status === 'passed' || one.status === 'failed')
  if (isWhole) count('the browser tests ran', browserTests.length > 0)
} else count('the test run', false)
if (status !== 0 && failed === 0) count('the test run', false)
rmSync(folder, { recursive: true, force: true })

for (const name of failures) process.stdout.write(`failed: ${name}\n`)
process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
process.exit(failed === 0 ? 0 : 1)
