/**
 * `npm run bench:doors`: whom to visit, a door, a visit saved and the coverage, on a phone with 5,000 homes
 * and 20,000 visits, the processor slowed four times.
 */
import { openBrowser, openContext, PHONE, signInAt } from '../../tests/support/browser'
import { ServerProcess } from '../../tests/support/server-process'
import { WireClient } from '../../tests/support/wire-client'
import { buildBench } from './build-bench'
import { median, report } from './figure'
import { visitManyDoors } from './many-doors'
import { openingOf, slow } from './opening'

const SLOWED = 4
const OPENINGS = 5
const SIZE = {
  homes: Number(process.env['HOMES'] ?? 5_000),
  visits: Number(process.env['VISITS'] ?? 20_000),
}

const server = new ServerProcess(null, buildBench())
const browser = await openBrowser()
try {
  await server.start()
  const [manager, steward] = [new WireClient(server.address), new WireClient(server.address)]
  await manager.signIn('chenli')
  await steward.signIn('limin')
  await visitManyDoors([manager, steward], SIZE)

  const context = await openContext(browser, PHONE)
  await context.addInitScript('globalThis.__name = (named) => named')
  const page = await signInAt(context, server.address, 'limin')
  await page.goto(`${server.address}/visits`)
  const line = page.locator('[role="listitem"] a').first()
  await line.waitFor({ timeout: 240_000 })
  const door = (await line.getAttribute('href')) ?? ''
  await context.setOffline(true)

  const openings = async (path: string, selector: string) => {
    const took: number[] = []
    for (let each = 0; each < OPENINGS; each += 1)
      took.push(await openingOf(context, `${server.address}${path}`, selector, SLOWED))
    return median(took)
  }
  const figures = {
    'Today, ms, median': await openings('/today', '#app:not([data-look]) main a'),
    'whom to visit, ms, median': await openings('/visits', '[role="listitem"] a'),
    'a door, ms, median': await openings(door, 'main form'),
    'coverage, ms, median': await openings('/visits/coverage', '.stats'),
  }
  const saves: number[] = []
  const form = await context.newPage()
  await slow(context, form, SLOWED)
  for (let each = 0; each < OPENINGS; each += 1) {
    await form.goto(`${server.address}${door}`)
    await form.getByText('见到了', { exact: true }).last().click()
    const why = form.getByLabel('还是要去,写一句为什么')
    if ((await why.count()) > 0) await why.fill('业主约的')
    const began = performance.now()
    await form.getByRole('button', { name: '记下这次' }).click()
    await form.getByText('记下了').waitFor()
    saves.push(performance.now() - began)
  }
  report({ ...figures, 'saved and said so, ms, median': median(saves) })
} finally {
  await browser.close()
  await server.remove()
}
