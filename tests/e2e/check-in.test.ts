import type { Browser } from 'playwright'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { violations } from '../support/axe'
import { codeReaderHere, openBrowser, openContext, PHONE, signInAt } from '../support/browser'
import { writeQrVideo } from '../support/qr-video'
import { ServerProcess } from '../support/server-process'
import { checkInByHand, openStop, planRound, PUMP } from '../support/walk'

const GATE = { latitude: 31.2304, longitude: 121.4737, accuracy: 7 }

let server: ServerProcess
let browser: Browser
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mengya-e2e-'))
  server = await new ServerProcess(inject('demonstration')).start()
  await planRound(server.address)
  const camera = join(folder, 'label.y4m')
  writeQrVideo(camera, 'parcel locker 7')
  browser = await openBrowser(camera)
})

afterAll(async () => {
  await browser.close()
  await server.remove()
  rmSync(folder, { recursive: true, force: true })
})

describe('a check-in that does not go smoothly', () => {
  it('says that a strange code is none of ours, and the way by hand is open', async () => {
    const context = await openContext(browser, PHONE)
    const page = await signInAt(context, server.address, 'limin')
    await openStop(page, server.address, PUMP)
    await page.getByText('这个码不是本小区的点位').waitFor()
    expect(await page.getByText(/已签到/).count()).toBe(0)
    await checkInByHand(page)
    await context.close()
  })

  it('says what to do when the camera is refused, and the way by hand is open', async () => {
    const context = await openContext(browser, PHONE)
    await context.addInitScript(() => {
      navigator.mediaDevices.getUserMedia = () =>
        Promise.reject(new DOMException('refused', 'NotAllowedError'))
    })
    const page = await signInAt(context, server.address, 'limin')
    await openStop(page, server.address, PUMP)
    await page.getByText('没有相机权限').waitFor()
    expect(await page.getByLabel('相机画面').count()).toBe(0)
    await checkInByHand(page)
    await context.close()
  })

  it('takes a reason written after the photo, and asks for no second photo', async () => {
    const context = await openContext(browser, PHONE)
    const page = await signInAt(context, server.address, 'limin')
    await openStop(page, server.address, PUMP)
    await page.getByRole('button', { name: '扫不了,手动签到' }).click()
    await page.getByLabel('拍一张现场照片').setInputFiles('public/icons/icon-512.png')
    await page.getByText('请写一句原因').waitFor()
    await page.getByLabel('原因').fill('标签被水泡坏了')
    await page.getByText('请写一句原因').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: '照片已拍,签到' }).click()
    await page.getByText(/已签到/).waitFor()
    expect(await page.getByLabel('拍一张现场照片').count()).toBe(0)
    await context.close()
  })
})

describe('where a point is', () => {
  it('[CI6] is measured by the steward who stands there, and is a way to check in', async () => {
    const context = await openContext(browser, PHONE)
    await context.grantPermissions(['geolocation'])
    // A browser in a test says once where it is; a phone held still says so again and again.
    await context.addInitScript((coords) => {
      navigator.geolocation.getCurrentPosition = (found) => {
        found({ coords } as GeolocationPosition)
      }
    }, GATE)
    const page = await signInAt(context, server.address, 'limin')
    await codeReaderHere(page)
    await context.setOffline(true)
    await openStop(page, server.address, PUMP)
    expect(await page.getByText(/离点位约/).count()).toBe(0)
    await page.getByRole('link', { name: '标出点位位置' }).click()
    await page.getByRole('button', { name: '开始量' }).click()
    await page.getByText('取 5 次定位的平均,精度 ±7 米').waitFor()
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: '就标在这里' }).click()
    await page.getByText('李敏在现场量的,精度 ±7 米').waitFor()
    await page.getByRole('link', { name: '返回' }).click()
    await page.getByText('离点位约 0 米(精度 ±7 米)').waitFor()
    await page.getByRole('button', { name: '在这里签到' }).click()
    await page.getByText(/已签到/).waitFor()
    await context.close()
  })
})
