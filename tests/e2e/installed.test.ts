import { readFileSync } from 'node:fs'
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { openContext, PHONE, signInAt } from '../support/browser'
import { setStage } from '../support/stage'

const stage = setStage()
const { server } = stage
const PICTURE = readFileSync('public/icons/icon-512.png').toString('base64')

/**
 * What a phone does when a person picks our app in the gallery’s share sheet. There the system posts;
 * here a page does it in its place, which our own policy would forbid any page.
 */
const share = (page: Page, words: string) =>
  page.evaluate(
    ([picture, text]) => {
      const bytes = Uint8Array.from(atob(picture), (sign) => sign.charCodeAt(0))
      const files = new DataTransfer()
      files.items.add(new File([bytes], 'wall.png', { type: 'image/png' }))
      const form = document.createElement('form')
      Object.assign(form, { method: 'post', action: '/share', enctype: 'multipart/form-data' })
      const photos = Object.assign(document.createElement('input'), {
        type: 'file',
        name: 'photos',
      })
      photos.files = files.files
      const said = Object.assign(document.createElement('input'), { name: 'text', value: text })
      form.append(photos, said)
      document.body.append(form)
      form.submit()
    },
    [PICTURE, words] as const,
  )

describe('the installed app', () => {
  it('[TD14] opens a snap with photos another app shared, with no network, and only once', async () => {
    const context = await stage.browser.newContext({
      ...{ viewport: PHONE, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', bypassCSP: true },
    })
    const page = await signInAt(context, server.address, 'limin')
    await context.setOffline(true)
    await share(page, '墙面渗水')
    await page.waitForURL('**/snap')
    await page.getByRole('button', { name: '第 1 张照片', exact: true }).waitFor()
    expect(await page.getByRole('textbox').first().inputValue()).toContain('墙面渗水')
    await page.goto(`${server.address}/snap`)
    await page.getByRole('button', { name: '第 1 张照片', exact: true }).waitFor()
    expect(await page.getByRole('button', { name: /^第 \d 张照片$/ }).count()).toBe(1)
    await page.goto(`${server.address}/today`)
    await page.getByRole('link', { name: /随手拍没做完/ }).waitFor()
    await context.close()
  })

  it('has shortcuts that each open their page without a network', async () => {
    const context = await openContext(stage.browser, PHONE)
    const page = await signInAt(context, server.address, 'limin')
    const manifest = await page.evaluate(async () => {
      const answer = await fetch('/manifest.webmanifest')
      return (await answer.json()) as { shortcuts: { name: string; url: string }[] }
    })
    await context.setOffline(true)
    const heads: string[][] = []
    for (const { name, url } of manifest.shortcuts) {
      await page.goto(server.address + url)
      heads.push([name, (await page.locator('h1').first().textContent()) ?? ''])
    }
    expect(heads.map(([name]) => name)).toEqual(['随手报', '今日', '扫码'])
    expect(heads.map(([, head]) => head?.trim())).toEqual(['随手拍', '今日', '扫一下点位的二维码'])
    await context.close()
  })

  it('[TD9] shows a newcomer around beside the work, can be left, and is found again', async () => {
    const context = await openContext(stage.browser, PHONE)
    const page = await signInAt(context, server.address, 'sunjia')
    const tour = page.getByRole('region', { name: '先认认路' })
    await tour.getByRole('button', { name: '下一步' }).press('Enter')
    await tour.getByText('巡查在这里').waitFor()
    expect(await page.locator('nav [data-pointed]').textContent()).toContain('巡查')
    await page.getByRole('link', { name: /^巡查/ }).click()
    await page.getByRole('heading', { name: '巡查', exact: true, level: 1 }).waitFor()
    await page.getByRole('link', { name: /^今日/ }).click()
    await tour.getByRole('button', { name: '不看了' }).click()
    await tour.waitFor({ state: 'hidden' })
    await page.reload()
    await page.getByRole('heading', { name: '今日', level: 1 }).waitFor()
    await page.getByRole('heading', { name: '现在', level: 2 }).waitFor()
    expect(await tour.count()).toBe(0)
    await page.goto(`${server.address}/me`)
    await page.getByRole('button', { name: /再看一遍怎么用/ }).click()
    await tour.getByText('第 1 步').waitFor()
    await context.close()
  })

  it('[TD10] says in WeChat on an iPhone what is possible there', async () => {
    const userAgent =
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 MicroMessenger/8.0.53'
    const context = await stage.browser.newContext({ viewport: PHONE, locale: 'zh-CN', userAgent })
    const page = await context.newPage()
    await page.goto(server.address)
    await page.getByLabel('账号').waitFor()
    expect(await page.getByText('在 Safari 中打开').count()).toBe(1)
    await context.close()
  })
})
