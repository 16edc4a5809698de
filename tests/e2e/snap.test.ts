import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { DESK, openContext, PHONE, signInAt } from '../support/browser'
import { die } from '../support/die'
import { setStage } from '../support/stage'

const PICTURE = 'public/icons/icon-512.png'

const stage = setStage()
const { server } = stage

describe('something seen in passing', () => {
  it('is a saved ticket after three taps, with no network, and reaches the desk', async () => {
    const phone = await openContext(stage.browser, PHONE)
    const page = await signInAt(phone, server.address, 'sunjia')
    await phone.setOffline(true)
    let taps = 0
    const tap = async (deed: Promise<unknown>) => {
      taps += 1
      await deed
    }
    // One: the camera opens by itself.
    const camera = page.waitForEvent('filechooser')
    await tap(page.getByRole('link', { name: '随手拍' }).click())
    await (await camera).setFiles(PICTURE)
    await page.getByRole('button', { name: '第 1 张照片', exact: true }).waitFor()
    // Two: where.
    await tap(page.getByLabel('在哪里').selectOption({ label: '一期地库' }))
    // Three: saved.
    await tap(page.getByRole('button', { name: '保存工单' }).click())
    await page.getByRole('heading', { name: '一期地库 随手拍', level: 1 }).waitFor()
    expect(taps).toBe(3)
    await page.getByText('在手机上').waitFor()

    await phone.setOffline(false)
    await page.getByText('已上传').waitFor()
    const desk = await openContext(stage.browser, DESK)
    const wide = await signInAt(desk, server.address, 'zhoujie')
    await wide.goto(`${server.address}/tickets`)
    await wide.getByRole('link', { name: /一期地库 随手拍/ }).click()
    await wide.getByRole('button', { name: '第 1 张照片' }).waitFor()
    await phone.close()
    await desk.close()
  })

  it('waits half done, photo and words, when the phone dies', async () => {
    const phone = await openContext(stage.browser, PHONE)
    let page = await signInAt(phone, server.address, 'limin')
    await page.goto(`${server.address}/snap`)
    await page.getByLabel('拍照').setInputFiles(PICTURE)
    await page.getByRole('button', { name: '第 1 张照片', exact: true }).waitFor()
    await page.getByRole('textbox', { name: '什么情况' }).fill('井盖松动,走上去会响')
    page = await die(page, phone, '井盖松动,走上去会响')
    await page.goto(`${server.address}/snap`)
    await page.getByRole('button', { name: '第 1 张照片', exact: true }).waitFor()
    expect(await page.getByRole('textbox', { name: '什么情况' }).inputValue()).toContain('井盖')
    await page.getByRole('button', { name: '保存工单' }).click()
    expect(await page.getByText('请选位置').count()).toBeGreaterThan(1)
    await phone.close()
  })

  it('[PH3] says why a picture is none, and keeps the good one and the words', async () => {
    const phone = await openContext(stage.browser, PHONE)
    const page = await signInAt(phone, server.address, 'limin')
    await page.goto(`${server.address}/snap`)
    await page.getByRole('textbox', { name: '什么情况' }).fill('路灯不亮')
    await page.getByLabel('从相册选').setInputFiles([PICTURE])
    await page.getByRole('button', { name: '第 1 张照片', exact: true }).waitFor()
    const huge = Buffer.from(readFileSync(PICTURE))
    huge.writeUInt32BE(20_000, 16)
    huge.writeUInt32BE(10_000, 20)
    const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic and more')])
    for (const [name, buffer, words] of [
      ['empty.jpg', Buffer.alloc(0), /没有内容/],
      ['note.jpg', Buffer.from('not a picture'), /不是一张能打开的照片/],
      ['huge.png', huge, /像素太高/],
      ['phone.heic', heic, /HEIC/],
    ] as const) {
      const file = { name, mimeType: 'image/jpeg', buffer }
      await page.getByLabel('从相册选').setInputFiles(file)
      await page.getByRole('alert').filter({ hasText: words }).waitFor()
    }
    await page.getByRole('button', { name: '第 1 张照片', exact: true }).waitFor()
    expect(await page.getByRole('textbox', { name: '什么情况' }).inputValue()).toBe('路灯不亮')
    await phone.close()
  })
})
