import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { violations } from '../support/axe'
import { DESK, openContext, PHONE, signInAt } from '../support/browser'
import { die } from '../support/die'
import { setStage } from '../support/stage'
import {
  answerTheRest,
  checkInByHand,
  finishStop,
  LOBBY,
  openStop,
  planRound,
  PUMP,
} from '../support/walk'

const stage = setStage(planRound)
const { server } = stage

const failDoor = async (page: Page) => {
  const door = page.locator('#item-door-light')
  await door.getByText('异常', { exact: true }).click()
  await door.getByLabel('拍照').setInputFiles('public/icons/icon-512.png')
  await door.getByRole('img').waitFor()
  return door
}

/** Whether the browser’s own player came to the end of what it was given. */
const hearAll = async (page: Page) => {
  const play = page.getByRole('button', { name: /播放第 1 段语音/ }).first()
  await play.click()
  await page.getByRole('button', { name: '停止播放第 1 段语音' }).waitFor()
  await play.waitFor()
  expect(await page.getByText('放不了这段语音').count()).toBe(0)
}

describe('something said aloud on a round', () => {
  it('survives the phone dying while it is said, and is heard at the desk', async () => {
    const phone = await openContext(stage.browser, PHONE)
    let page = await signInAt(phone, server.address, 'limin')
    await openStop(page, server.address, PUMP)
    await checkInByHand(page)
    let door = await failDoor(page)
    await door.getByRole('button', { name: '录一段语音' }).click()
    await door.getByRole('button', { name: /停止录音 0:0[1-9]/ }).waitFor()
    expect(await violations(page)).toEqual([])
    // Not stopped: what was said so far is on the disk all the same.
    page = await die(page, phone, '"type":"audio/webm","seconds"')
    await openStop(page, server.address, PUMP)
    door = page.locator('#item-door-light')
    await door.getByText('上次没录完的语音找回来了').waitFor()
    await hearAll(page)

    await door.getByRole('button', { name: '删除第 1 段语音' }).click()
    await door.getByRole('button', { name: '撤销' }).click()
    await door.getByRole('button', { name: '再录一段' }).click()
    await door.getByRole('button', { name: /停止录音 0:0[1-9]/ }).click()
    await door.getByRole('button', { name: '删除第 2 段语音' }).waitFor()
    expect(await violations(page)).toEqual([])
    await door.getByText('转工单').click()
    await page.getByLabel('消火栓管网压力').fill('0.52')
    await page.getByLabel('稳压泵出口压力').fill('0.42')
    await page.locator('#item-cabinet').getByText('正常', { exact: true }).click()
    await answerTheRest(page)
    // Still talking while the stop is finished: the last words are kept too.
    await door.getByRole('button', { name: '再录一段' }).click()
    await door.getByRole('button', { name: /停止录音 0:0[1-9]/ }).waitFor()
    await finishStop(page)
    await page.getByRole('heading', { name: LOBBY }).waitFor()
    await openStop(page, server.address, PUMP)
    await page.getByText('已上传').first().waitFor()
    await page.getByRole('link', { name: '看工单' }).click()
    await page.getByRole('button', { name: /播放第 3 段语音/ }).waitFor()

    const desk = await openContext(stage.browser, DESK)
    const wide = await signInAt(desk, server.address, 'zhoujie')
    await wide.goto(page.url())
    await hearAll(wide)
    await phone.close()
    await desk.close()
  })

  it('says what to do when the microphone is refused', async () => {
    const phone = await openContext(stage.browser, PHONE)
    await phone.addInitScript(() => {
      navigator.mediaDevices.getUserMedia = () =>
        Promise.reject(new DOMException('refused', 'NotAllowedError'))
    })
    const page = await signInAt(phone, server.address, 'limin')
    await openStop(page, server.address, LOBBY)
    await checkInByHand(page)
    const board = page.locator('#item-board')
    await board.getByText('异常', { exact: true }).click()
    await board.getByRole('button', { name: '录一段语音' }).click()
    await board.getByText('没有麦克风权限').waitFor()
    await board.getByRole('textbox').fill('通知过期')
    expect(await board.getByRole('button', { name: '录一段语音' }).isEnabled()).toBe(true)
    await phone.close()
  })
})
