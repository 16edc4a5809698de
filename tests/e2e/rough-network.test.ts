import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openContext, PHONE, pickPlace, signInAt } from '../support/browser'
import { RoughNetwork } from '../support/rough-network'
import { setStage } from '../support/stage'

const UPLOADS = /^\/api\/v1\/uploads/

const stage = setStage()
let network: RoughNetwork
let phone: BrowserContext
let page: Page

const bytesAtServer = (): number => {
  const folder = join(stage.server.dataDir, 'photos', 'uploads')
  return Math.max(0, ...readdirSync(folder).map((name) => statSync(join(folder, name)).size))
}

beforeAll(async () => {
  network = await new RoughNetwork(stage.server.address, (bytes) =>
    expect.poll(bytesAtServer, { timeout: 20_000 }).toBeGreaterThanOrEqual(bytes),
  ).open()
  phone = await openContext(stage.browser, PHONE)
  page = await signInAt(phone, network.address, 'sunjia')
})
afterAll(async () => {
  await phone.close()
  network.close()
})

/** Each with a picture of its own: one that is there already is not sent again. */
const snap = async (words: string, picture: string) => {
  network.passed.length = 0
  await page.goto(`${network.address}/snap`)
  await page.getByLabel('拍照').setInputFiles(picture)
  await page.getByRole('button', { name: '第 1 张照片', exact: true }).waitFor()
  await page.getByRole('textbox', { name: '什么情况' }).fill(words)
  await pickPlace(page, '一期地库')
  await page.getByRole('button', { name: '保存工单' }).click()
  await page.getByText('已上传', { exact: true }).waitFor()
}

describe('[SY47] a photo over a rough network', () => {
  it('cut off halfway goes on where it was, and is asked for before and after', async () => {
    network.mishaps.push('cut')
    await snap('传到一半断了', 'docs/pictures/phone-stop.png')
    expect(network.of('POST', UPLOADS)).toHaveLength(1)
    const parts = network.of('PATCH', UPLOADS)
    expect(parts.at(0)?.offset).toBe('0')
    expect(Number(parts.at(-1)?.offset)).toBeGreaterThan(0)
    const asked = network.of('HEAD', /^\/api\/v1\/photos/)
    const order = [asked.at(0), parts.at(0), parts.at(-1), asked.at(-1)]
    const places = order.map((each) => network.passed.findIndex((passed) => passed === each))
    expect(places).toEqual([...places].sort((one, other) => one - other))
    expect(new Set(places).size).toBe(4)
  })

  it('spoilt on its way starts again from its beginning, and arrives', async () => {
    network.mishaps.push('spoilt')
    await snap('路上坏了一个字节', 'docs/pictures/phone-today.png')
    expect(network.of('POST', UPLOADS)).toHaveLength(2)
    const offsets = network.of('PATCH', UPLOADS).map(({ offset }) => offset)
    expect(offsets).toEqual(['0', '0'])
  })
})

describe('the app over the network', () => {
  it('[SY51] holds one stream a browser, in the tab somebody looks at', async () => {
    await expect.poll(() => network.streams).toBe(1)
    const second = await phone.newPage()
    await second.goto(`${network.address}/today`)
    await second.getByRole('heading', { name: '今日', level: 1 }).waitFor()
    await expect.poll(() => network.of('GET', /\/live/).length).toBeGreaterThan(1)
    await expect.poll(() => network.streams).toBe(1)
    await second.close()
  })

  it('keeps nothing the server answered in the cache of the browser', async () => {
    const kept = await page.evaluate(async () => {
      const names = await caches.keys()
      const requests = await Promise.all(
        names.map(async (name) => (await caches.open(name)).keys()),
      )
      return requests.flat().map(({ url }) => new URL(url).pathname)
    })
    expect(kept.length).toBeGreaterThan(10)
    expect(kept.filter((path) => path.startsWith('/api/'))).toEqual([])
  })
})
