import type { BrowserContext, Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { DAY } from '../../src/domain/instant'
import { DESK, openContext, PHONE, signInAt } from '../support/browser'
import { setStage } from '../support/stage'

const stage = setStage()
const { server } = stage
const NAME = '隔三天走一次'

const plan = async (desk: Page) => {
  await desk.goto(`${server.address}/plans/form`)
  await desk.getByLabel('叫什么').fill(NAME)
  await desk.getByLabel('走哪条路线').selectOption({ label: '楼栋巡查' })
  await desk.getByText('隔几天', { exact: true }).click()
  await desk.getByLabel('每几天一次').fill('3')
  await desk.getByLabel('这一轮叫').fill('上午')
  await desk.getByText('30 天一共 10 轮').waitFor()
  const gone = desk.waitForResponse(
    (answer) => !!answer.request().postData()?.includes(NAME) && answer.ok(),
  )
  await desk.getByRole('button', { name: '开始用' }).dblclick()
  await desk.getByRole('link', { name: new RegExp(NAME) }).waitFor()
  expect(await desk.getByRole('link', { name: new RegExp(NAME) }).count()).toBe(1)
  await gone
}

/** How many rounds of the plan are that day's own, on a phone that has heard of nothing since. */
const roundsAfter = async (phone: BrowserContext, page: Page, days: number): Promise<number> => {
  await phone.clock.setFixedTime(Date.now() + days * DAY)
  await page.reload()
  const mine = page.getByRole('list', { name: '我的' })
  await mine.getByText('楼栋巡查').first().waitFor()
  return mine.getByText(NAME).count()
}

describe('a plan made on the desk', () => {
  it('[PA9] [PA11] asks a phone that was off for a week for its rounds on the right days', async () => {
    const desk = await openContext(stage.browser, DESK)
    await plan(await signInAt(desk, server.address, 'zhoujie'))
    await desk.close()
    const hand = await openContext(stage.browser, PHONE)
    const page = await signInAt(hand, server.address, 'limin')
    await page.goto(`${server.address}/patrol`)
    await hand.setOffline(true)
    const asked: number[] = []
    for (const days of [0, 1, 2, 4, 7]) asked.push(await roundsAfter(hand, page, days))
    expect(asked).toEqual([0, 1, 0, 1, 1])
    await hand.close()
  })
})
