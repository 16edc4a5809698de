import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { demonstrationId } from '../../server/demonstration/writer'
import { violations } from '../support/axe'
import { DESK, openContext, PHONE, signInAt } from '../support/browser'
import { setStage } from '../support/stage'
import { checkInByHand, failTheLeak, openStop, planRound, PUMP } from '../support/walk'

const stage = setStage(planRound)
const { server } = stage

const PAGES = [
  ...['/wrap-up', '/handovers/new', '/weekly-sheets/new', '/registers'],
  ...['/today', '/patrol', '/patrol/night-check', '/scan', '/tickets', '/snap', '/upload'],
  ...['/me', '/me/sign-in', '/me/lock', '/tickets/earlier', '/nowhere'],
  ...['/tickets/new', '/tickets/book', '/community', '/roster'],
  ...['/tickets?as=status', '/weekly-sheets', '/tickets/tellings'],
  `/letters/${demonstrationId('letter 楼道堆物长期没人清')}`,
  ...['/visits', '/visits/coverage'],
  `/visits/homes/${demonstrationId('place 4栋1单元1102')}`,
  ...['/promises', '/promises/new', '/promises/rates', '/clocks', '/repair-notes/new'],
  `/repair-notes/${demonstrationId('repair 次卧两个插座没电')}`,
  `/homes/units/${demonstrationId('place 1栋2单元602')}`,
  `/homes/units/${demonstrationId('place 1栋2单元602')}/people/new`,
  ...['/interruptions', '/interruptions/new', '/facilities/unserved'],
  `/interruptions/${demonstrationId('interruption tank')}`,
  ...['', '/serves', '/maintenance'].map(
    (part) => `/facilities/${demonstrationId('facility 1号变频泵')}${part}`,
  ),
  ...['/facilities/form', '/plans', '/plans/form', '/plans/routes', '/plans/routes/form'],
  '/plans/points/form',
  // What is not there, and how it is said.
  ...['/tickets/none', '/patrol/rounds/none', '/c/0000000000000000'],
] as const

/** Put on whole: what fades from one colour to the next is waited for. */
const dress = (page: Page, theme: string, text: string) =>
  page.evaluate(
    async ([chosen, size]) => {
      document.documentElement.dataset['theme'] = chosen
      document.documentElement.dataset['text'] = size
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
      await Promise.allSettled(document.getAnimations().map(({ finished }) => finished))
    },
    [theme, text],
  )

const DRESSES = [
  ...([
    ['light', 'normal'],
    ['light', 'large'],
    ['dark', 'normal'],
    ['dark', 'large'],
  ] as const),
]

const look = async (page: Page, who: string): Promise<string[]> => {
  const faults: string[] = []
  const check = async (name: string) => {
    await page.locator('h1:visible').first().waitFor()
    await page.waitForLoadState('networkidle').catch(() => undefined)
    for (const [theme, text] of DRESSES) {
      await dress(page, theme, text)
      const isFirst = theme === DRESSES[0]?.[0] && text === DRESSES[0][1]
      for (const fault of await violations(page, !isFirst))
        faults.push(`${name} ${theme} ${text} ${fault}`)
    }
  }
  for (const path of PAGES) {
    await page.goto(server.address + path)
    await check(path)
  }
  await page.goto(`${server.address}/tickets`)
  await page.getByRole('button', { name: /办理中/ }).click()
  await page.locator('a.item[href^="/tickets/"], tbody a[href^="/tickets/"]').first().click()
  await check('ticket')
  await page.getByRole('button', { name: '更多' }).first().click()
  await page.getByRole('dialog').waitFor()
  await check('ticket steps')
  await page.getByRole('dialog').getByRole('button', { name: '记一句' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '记一句' }).click()
  await page.getByText('请写一句').waitFor()
  await check('ticket form')
  await page.goto(`${server.address}/patrol`)
  await page.locator('a[href^="/patrol/rounds/"]').first().click()
  await check('round')
  await openStop(page, server.address, PUMP)
  await check('stop')
  await page.getByRole('link', { name: /标.*点位位置/ }).click()
  await check('position')
  await page.goBack()
  if (who === 'zhoujie') {
    await page.getByRole('link', { name: '标签与换码' }).click()
    await check('label')
    await page.goto(page.url().replace('/labels/', '/positions/'))
    await check('position')
  }
  return faults
}

describe('every page for everybody', () => {
  it.each([
    ['phone', PHONE, 'limin'],
    ['desk', DESK, 'zhoujie'],
  ] as const)(
    'has nothing axe finds on the %s, in both themes and sizes',
    async (_name, size, who) => {
      const context = await openContext(stage.browser, size)
      const page = await signInAt(context, server.address, who)
      expect(await look(page, who)).toEqual([])
      await context.close()
    },
  )

  it('has nothing axe finds on a stop being looked at, in both themes and sizes', async () => {
    const context = await openContext(stage.browser, PHONE)
    const page = await signInAt(context, server.address, 'limin')
    await openStop(page, server.address, PUMP)
    await checkInByHand(page)
    await failTheLeak(page)
    await page.getByRole('button', { name: '完成这一点' }).click()
    const faults: string[] = []
    for (const [theme, text] of DRESSES) {
      await dress(page, theme, text)
      for (const fault of await violations(page)) faults.push(`${theme} ${text} ${fault}`)
    }
    expect(faults).toEqual([])
    await context.close()
  })

  it('has nothing axe finds where something is snapped, its place found and its photo drawn on', async () => {
    const context = await openContext(stage.browser, PHONE)
    const page = await signInAt(context, server.address, 'limin')
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.goto(`${server.address}/snap`)
    const faults: string[] = []
    const check = async () => {
      await page.getByRole('dialog').waitFor()
      for (const theme of ['light', 'dark']) {
        await dress(page, theme, 'normal')
        faults.push(...(await violations(page)))
      }
    }
    await page.getByRole('button', { name: /^在哪里/ }).click()
    await check()
    await page.getByRole('dialog').getByRole('searchbox').fill('3栋')
    await page.getByRole('dialog').getByRole('status').waitFor()
    await check()
    await page.keyboard.press('Escape')
    await page.getByLabel('拍照').setInputFiles('public/icons/icon-512.png')
    await page.getByRole('button', { name: '第 1 张照片', exact: true }).click()
    await check()
    expect(faults).toEqual([])
    await context.close()
  })

  it('has nothing axe finds where a shared phone changes hands', async () => {
    const context = await openContext(stage.browser, PHONE)
    const page = await signInAt(context, server.address, 'wujun')
    // Looked at as it stands, not while it comes up.
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.goto(`${server.address}/me`)
    await page.getByRole('button', { name: /换人用这部手机/ }).click()
    await page.getByRole('heading', { name: '谁在用这部手机' }).waitFor()
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: '有人不用这部手机了' }).click()
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: /吴军/ }).click()
    await page.getByRole('dialog').waitFor()
    expect(await violations(page)).toEqual([])
    await page.getByRole('dialog').getByRole('button', { name: '移走' }).click()
    await page.getByLabel('账号').waitFor()
    expect(await page.getByText('吴军').count()).toBe(0)
    await context.close()
  })

  it('has nothing axe finds before sign-in', async () => {
    const context = await openContext(stage.browser, PHONE)
    const page = await context.newPage()
    await page.goto(server.address)
    await page.getByLabel('账号').waitFor()
    expect(await violations(page)).toEqual([])
    await context.close()
  })
})
