/**
 * `npm run bench:import`: a company's file of homes and people taken in on a desk, from the tap to the
 * last act saved.
 */
import { openBrowser, openContext, DESK, signInAt } from '../../tests/support/browser'
import { ServerProcess } from '../../tests/support/server-process'
import { buildBench } from './build-bench'
import { report } from './figure'

const HOMES = Number(process.env['HOMES'] ?? 5000)
const PEOPLE = Number(process.env['PEOPLE'] ?? 8000)
const BUILDINGS = 8
const DOORS = 4
const LEVELS = 30
const PER_ENTRANCE = DOORS * LEVELS
const SECOND = 1000

/** In new entrances of the buildings there are, for whoever takes them in holds those. */
const lines = Array.from({ length: HOMES }, (_, each) => {
  const building = (each % BUILDINGS) + 1
  const at = Math.floor(each / BUILDINGS)
  const entrance = 11 + Math.floor(at / PER_ENTRANCE)
  const level = Math.floor((at % PER_ENTRANCE) / DOORS) + 1
  const door = `${level}${String((at % DOORS) + 1).padStart(2, '0')}`
  const home = `${building}栋,${entrance}单元,${door}`
  const phone = (which: number) => String(13_000_000_000 + which * 100_000_000 + each)
  const kin = each < PEOPLE - HOMES ? [`${home},家人${each},家属,${phone(2)}`] : []
  return [`${home},业主${each},业主,${phone(1)}`, ...kin]
}).flat()
const file = ['楼栋,单元,房号,姓名,关系,联系电话', ...lines].join('\n')

const server = new ServerProcess(null, buildBench())
const browser = await openBrowser()
try {
  await server.start()
  const context = await openContext(browser, DESK)
  const page = await signInAt(context, server.address, 'chenli')
  await page.goto(`${server.address}/import`)
  const began = performance.now()
  await page.locator('input[type="file"]').setInputFiles({
    ...{ name: '台账.csv', mimeType: 'text/csv', buffer: Buffer.from(file) },
  })
  await page.getByRole('button', { name: '看一遍每一行' }).click()
  const take = page.getByRole('button', { name: /^录入 \d/ })
  await take.waitFor()
  const looked = performance.now()
  const said = await take.innerText()
  process.stdout.write(`${said}\n`)
  await take.click()
  await page.getByText('录入好了').waitFor({ timeout: 600 * SECOND })
  const taken = performance.now()
  report({
    'homes in the file': HOMES,
    'read, matched and looked through, s': (looked - began) / SECOND,
    'taken in, s': (taken - looked) / SECOND,
  })
} finally {
  await browser.close()
  await server.remove()
}
