import type { BrowserContext, Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../src/domain/calendar-day'
import { instantOf, localDay } from '../../src/domain/time-zone'
import { openContext, PHONE, signInAt } from '../support/browser'
import { setStage } from '../support/stage'
import {
  answerTheLobby,
  answerThePump,
  checkInByHand,
  finishStop,
  LOBBY,
  planRound,
  PUMP,
} from '../support/walk'

const ZONE = 'Asia/Shanghai'
/** The evening before yesterday: both sides of its midnight are behind us at whatever hour this runs. */
const EVENING = addDays(localDay(Date.now(), ZONE), -2)
/** In mid-minute: what a phone is off by against the server moves no minute. */
const at = (hours: number, minutes: number) =>
  instantOf(EVENING, hours * 60 + minutes, ZONE) + 30_000

const stage = setStage((address) =>
  planRound(address, {
    slots: [{ key: 'night', name: '通宵', opens: 1_320, closes: 1_560 }],
    from: EVENING,
  }),
)
const { server } = stage

/** Without a network, on that evening by the phone's own clock. */
const goesDown = async (phone: BrowserContext, time: number) => {
  await phone.setOffline(true)
  await phone.clock.setFixedTime(time)
}
const comesUp = async (phone: BrowserContext) => {
  await phone.clock.setFixedTime(Date.now())
  await phone.setOffline(false)
}
const opensRound = async (page: Page) => {
  await page.goto(`${server.address}/patrol`)
  await page
    .getByRole('link', { name: /通宵短线巡查/ })
    .first()
    .click()
  await page.getByRole('button', { name: '更多' }).waitFor()
}
const finishesPart = async (page: Page, round: string) => {
  await page.goto(round)
  await page.getByRole('button', { name: '更多' }).click()
  await page.getByRole('button', { name: '我的部分走完了' }).click()
  await page.getByRole('heading', { name: '巡查', exact: true, level: 1 }).waitFor()
}
const uploads = async (page: Page) => {
  await page.goto(`${server.address}/upload`)
  await page.getByRole('button', { name: '现在试一次' }).click()
  await page.waitForFunction(() => !document.body.innerText.includes('在这部手机上'))
}

describe('a night round of two, without a network', () => {
  it('walked in parts on both sides of midnight is one finished round on both phones', async () => {
    const [first, second] = [
      await openContext(stage.browser, PHONE),
      await openContext(stage.browser, PHONE),
    ]
    const limin = await signInAt(first, server.address, 'limin')
    const sunjia = await signInAt(second, server.address, 'sunjia')
    for (const page of [limin, sunjia])
      await page
        .getByText(/短线巡查/)
        .first()
        .waitFor()

    await goesDown(first, at(23, 40))
    await goesDown(second, at(24, 20))
    await opensRound(limin)
    const round = limin.url()
    await limin.getByRole('link', { name: new RegExp(PUMP) }).click()
    await checkInByHand(limin)
    await answerThePump(limin)
    await finishStop(limin)
    await finishesPart(limin, round)

    await opensRound(sunjia)
    expect(sunjia.url()).toBe(round)
    await sunjia.getByRole('link', { name: new RegExp(LOBBY) }).click()
    await checkInByHand(sunjia)
    await answerTheLobby(sunjia)
    await finishStop(sunjia)
    await finishesPart(sunjia, round)

    await comesUp(first)
    await comesUp(second)
    // The later half goes up first: what counts is when people acted.
    for (const page of [sunjia, limin, sunjia]) await uploads(page)
    for (const page of [limin, sunjia]) {
      await page.goto(round)
      await page.getByText(/^已完成\s·\s至\s02:00\s·\s(李敏、孙佳|孙佳、李敏)$/).waitFor()
      await page.getByText(/23:40\s李敏/).waitFor()
      await page.getByText(/00:20\s孙佳/).waitFor()
      expect(await page.getByText('走完自己的部分').count()).toBe(2)
    }
    await first.close()
    await second.close()
  })
})
