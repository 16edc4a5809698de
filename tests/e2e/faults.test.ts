import type { BrowserContext, Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import type { Ticket } from '../../src/domain/ticket/ticket'
import { openContext, PHONE, pickPlace, signInAt } from '../support/browser'
import { readDisk } from '../support/phone-disk'
import { MortalBrowser } from '../support/mortal-browser'
import { setStage } from '../support/stage'
import { WireClient } from '../support/wire-client'

const stage = setStage()
const { server } = stage

const enter = async (page: Page, account: string) => {
  await page.goto(`${server.address}/`)
  await page.getByLabel('账号').fill(account)
  await page.getByLabel('密码').fill('mengya-demo')
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('heading', { name: '今日', level: 1 }).waitFor()
}

const beginSnap = async (page: Page, words: string) => {
  await page.goto(`${server.address}/snap`)
  await page.getByRole('textbox', { name: '什么情况' }).fill(words)
  await pickPlace(page, '东门')
}

const save = (page: Page) => page.getByRole('button', { name: '保存工单' }).click()

const saved = (page: Page, words: string) =>
  page.getByRole('heading', { name: words, level: 1 }).waitFor()

const atTheServer = async (words: string): Promise<number> => {
  const zhou = new WireClient(server.address)
  await zhou.signIn('zhoujie')
  const tickets = await zhou.records<Ticket>('Ticket')
  return tickets.filter(({ title }) => title === words).length
}

/** As a browser does that is short of room, or a person who clears its data. */
const deleteDatabase = async (context: BrowserContext) => {
  const page = await context.newPage()
  await page.goto(`${server.address}/icons/mark.svg`)
  await page.evaluate(async () => {
    for (const { name } of await indexedDB.databases())
      await new Promise<void>((done, fail) => {
        const request = indexedDB.deleteDatabase(name ?? '')
        request.onsuccess = () => done()
        request.onerror = () => fail(new Error('It could not be deleted'))
      })
  })
  await page.close()
}

describe('the phone’s storage', () => {
  it('[ST4] is full: says so, keeps nothing by half, and saves once there is room', async () => {
    const phone = new MortalBrowser()
    await enter(await phone.open(false), 'limin')
    await phone.close()
    const page = await phone.open(false)
    const control = await page.context().newCDPSession(page)
    const { origin } = new URL(server.address)
    await control.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 })
    await beginSnap(page, '手机满了也要记下')
    await save(page)
    await page.getByRole('alert').filter({ hasText: '手机空间满了' }).last().waitFor()
    const titles = (await readDisk(page)).tickets.map(({ title }) => title)
    expect(titles).not.toContain('手机满了也要记下')
    const field = page.getByRole('textbox', { name: '什么情况' })
    expect(await field.inputValue()).toBe('手机满了也要记下')

    await control.send('Storage.overrideQuotaForOrigin', { origin })
    await save(page)
    await saved(page, '手机满了也要记下')
    await page.getByText('已上传').first().waitFor()
    expect(await atTheServer('手机满了也要记下')).toBe(1)
    await phone.remove()
  })

  it('[ST11] is deleted under the open app: what is on the screen stays, and is saved once all is there again', async () => {
    const phone = await openContext(stage.browser, PHONE)
    const page = await signInAt(phone, server.address, 'limin')
    await beginSnap(page, '数据被清了也要记下')
    await phone.setOffline(true)
    await deleteDatabase(phone)
    await save(page)
    await page.getByRole('alert').filter({ hasText: '被清掉了' }).waitFor()
    const field = page.getByRole('textbox', { name: '什么情况' })
    expect(await field.inputValue()).toBe('数据被清了也要记下')
    await phone.setOffline(false)
    await page.getByRole('button', { name: /^在哪里.*东门/ }).waitFor()
    await save(page)
    await saved(page, '数据被清了也要记下')
    await page.getByText('已上传').first().waitFor()
    expect(await atTheServer('数据被清了也要记下')).toBe(1)
    await page.goto(`${server.address}/patrol`)
    await page
      .getByRole('link', { name: /消防巡查/ })
      .first()
      .waitFor()
    await phone.close()
  })

  it('is gone at the next opening: it fetches all anew, and without a network says what it needs', async () => {
    const phone = await openContext(stage.browser, PHONE)
    const page = await signInAt(phone, server.address, 'limin')
    await deleteDatabase(phone)
    await phone.setOffline(true)
    await page.goto(`${server.address}/patrol`)
    await page
      .getByText(/需要网络/)
      .first()
      .waitFor()
    await phone.setOffline(false)
    await page
      .getByRole('link', { name: /消防巡查/ })
      .first()
      .waitFor()
    expect((await readDisk(page)).tickets.length).toBeGreaterThan(0)
    await phone.close()
  })

  it('is shared by two tabs: each shows what the other saved, and all goes up once', async () => {
    const phone = await openContext(stage.browser, PHONE)
    const one = await signInAt(phone, server.address, 'limin')
    const two = await phone.newPage()
    await beginSnap(two, '第二个窗口还没写完')
    await phone.setOffline(true)
    await two.goto(`${server.address}/tickets`)
    await two.getByLabel('搜标题、位置、单号').fill('第一个窗口记的')
    await beginSnap(one, '第一个窗口记的')
    expect(await one.getByRole('textbox', { name: '什么情况' }).inputValue()).toBe('第一个窗口记的')
    await save(one)
    await saved(one, '第一个窗口记的')
    await two.getByRole('link', { name: /第一个窗口记的/ }).waitFor()
    await phone.setOffline(false)
    await one.getByText('已上传').first().waitFor()
    expect(await atTheServer('第一个窗口记的')).toBe(1)
    await phone.close()
  })
})
