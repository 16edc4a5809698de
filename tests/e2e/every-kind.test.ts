import type { Locator, Page } from 'playwright'
import { expect, it } from 'vitest'
import { violations } from '../support/axe'
import { DESK, openContext, PHONE, signInAt } from '../support/browser'
import { die } from '../support/die'
import { EVERY_KIND, planEveryKind } from '../support/every-kind'
import { setStage } from '../support/stage'
import { checkInByHand, finishStop, openStop } from '../support/walk'

const stage = setStage(planEveryKind)
const { server } = stage

type Part = readonly [across: number, down: number]

const padOf = (page: Page) => page.locator('#item-keeper canvas')

/** Puts a finger on the glass and draws; it stays there until it is lifted. */
const touch = async (page: Page, ...parts: readonly Part[]) => {
  await padOf(page).scrollIntoViewIfNeeded()
  const box = await padOf(page).boundingBox()
  if (!box) throw new Error('There is no glass')
  for (const [step, [across, down]] of parts.entries()) {
    await page.mouse.move(box.x + across * box.width, box.y + down * box.height, { steps: 8 })
    if (step === 0) await page.mouse.down()
  }
}
const draw = async (page: Page, ...parts: readonly Part[]) => {
  await touch(page, ...parts)
  await page.mouse.up()
}
const written = (page: Page, n: number): Locator =>
  page.getByRole('img', { name: `值班人签字:签字板,已写 ${n} 笔` })

const answerTheFirst = async (page: Page) => {
  await page.locator('#item-door').getByText('正常', { exact: true }).click()
  await page.getByLabel('出口压力').fill('0.42')
  await page.locator('#item-mode').getByText('自动').click()
  await page.locator('#item-there').getByText('登记本').click()
  await page.locator('#item-there').getByText('绝缘手套').click()
  await page.getByLabel('年检到期日').fill('2031-03-31')
  await draw(page, [0.1, 0.3], [0.3, 0.28])
  await draw(page, [0.2, 0.3], [0.2, 0.7])
  await written(page, 2).waitFor()
}

const seeTheFirst = async (page: Page) => {
  expect(await page.getByLabel('出口压力').inputValue()).toBe('0.42')
  expect(await page.getByLabel('年检到期日').inputValue()).toBe('2031-03-31')
  for (const label of ['自动', '登记本', '绝缘手套'])
    expect(await page.getByLabel(label, { exact: true }).isChecked()).toBe(true)
  await written(page, 2).waitFor()
}

const answerTheRest = async (page: Page) => {
  await page.getByLabel('值班员说').fill('水压一早偏低,现在好了')
  await page.locator('#item-view').getByLabel('拍照').setInputFiles('public/icons/icon-512.png')
  await page.locator('#item-view').getByRole('img').waitFor()
  await page.getByLabel('封条号').fill('FT-20417')
  await page.getByRole('button', { name: '完成这一点' }).click()
  await page.getByText('请写上签字人姓名').waitFor()
  await page.getByLabel('签字人姓名').fill('王大山')
}

it('a round of every kind of item, broken off and finished offline, is whole at the desk', async () => {
  const phone = await openContext(stage.browser, PHONE)
  let page = await signInAt(phone, server.address, 'limin')
  await page.goto(`${server.address}/patrol`)
  await page.getByText(/全天短线巡查/).waitFor()
  await phone.setOffline(true)
  await openStop(page, server.address, EVERY_KIND)
  await checkInByHand(page)
  await answerTheFirst(page)
  expect(await violations(page)).toEqual([])

  page = await die(page, phone, '"strokes":[[1')
  await openStop(page, server.address, EVERY_KIND)
  await seeTheFirst(page)
  await answerTheRest(page)
  // Still talking, a finger on the glass, a shot not prepared when the stop is finished: all are kept.
  await page.locator('#item-said').getByRole('button', { name: '录一段语音' }).click()
  await page
    .locator('#item-said')
    .getByRole('button', { name: /停止录音 0:0[1-9]/ })
    .waitFor()
  await touch(page, [0.5, 0.3], [0.7, 0.6], [0.9, 0.3])
  await page.locator('#item-view').getByLabel('拍照').setInputFiles('public/icons/icon-192.png')
  await finishStop(page, () =>
    page.getByRole('button', { name: '完成这一点' }).dispatchEvent('click'),
  )
  await page.mouse.up()
  await page.getByRole('button', { name: '完成这一轮' }).click()
  await page.getByRole('heading', { name: '巡查', exact: true, level: 1 }).waitFor()

  await phone.setOffline(false)
  await page.goto(`${server.address}/today`)
  await page.getByText('全部已上传').waitFor()

  const desk = await openContext(stage.browser, DESK)
  const wide = await signInAt(desk, server.address, 'zhoujie')
  await openStop(wide, server.address, EVERY_KIND)
  for (const words of ['正常', '0.42 MPa', '自动', '登记本和绝缘手套', '2031-03-31', 'FT-20417'])
    await wide.getByText(words, { exact: true }).first().waitFor()
  await wide.getByText('水压一早偏低,现在好了').waitFor()
  await wide.getByRole('button', { name: '第 2 张照片' }).waitFor()
  const play = wide.getByRole('button', { name: /播放第 1 段语音/ })
  await play.click()
  await wide.getByRole('button', { name: '停止播放第 1 段语音' }).waitFor()
  await play.waitFor()
  const signed = wide.getByRole('img', { name: '王大山的签字' })
  await expect
    .poll(() => signed.evaluate((seen) => 'naturalWidth' in seen && seen.naturalWidth))
    .toBe(800)
  expect(await violations(wide)).toEqual([])

  await wide.goto(wide.url().replace(/\/stops\/.*/, ''))
  await wide.getByRole('button', { name: '打印这一轮' }).waitFor()
  await wide.emulateMedia({ media: 'print' })
  const paper = wide.getByRole('img', { name: '王大山的签字' })
  await paper.waitFor()
  // Three strokes: two from before the page died, one cut short by the last tap.
  expect((await paper.locator('path').getAttribute('d'))?.match(/M/g)).toHaveLength(3)
  await phone.close()
  await desk.close()
})
