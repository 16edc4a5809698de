import { readFileSync } from 'node:fs'
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import type { Ticket } from '../../src/domain/ticket/ticket'
import { DESK, openContext, PHONE, pickPlace, signInAt } from '../support/browser'
import { die } from '../support/die'
import { setStage } from '../support/stage'
import { WireClient } from '../support/wire-client'

const PICTURE = 'public/icons/icon-512.png'

const stage = setStage()
const { server } = stage

const staffOf = (page: Page) =>
  page.evaluate(
    () => (JSON.parse(localStorage.getItem('mengya/person') ?? '{}') as { staff?: string }).staff,
  )

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
    // Two: where, among the places this person reported of late.
    const place = page.getByRole('group', { name: '最近的位置' }).getByRole('button').first()
    const name = (await place.textContent())?.trim() ?? ''
    expect(name).not.toBe('')
    await tap(place.click())
    // Three: saved.
    await tap(page.getByRole('button', { name: '保存工单' }).click())
    await page.getByRole('heading', { name: `${name} 随手拍`, level: 1 }).waitFor()
    expect(taps).toBe(3)
    await page.getByText('在手机上').waitFor()

    await phone.setOffline(false)
    await page.getByText('已上传').waitFor()
    const desk = await openContext(stage.browser, DESK)
    const wide = await signInAt(desk, server.address, 'zhoujie')
    await wide.goto(`${server.address}/tickets`)
    await wide.getByRole('link', { name: new RegExp(`${name} 随手拍`) }).click()
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

  it('[TK14] goes with one tap into a ticket that is open at the place already', async () => {
    const phone = await openContext(stage.browser, PHONE)
    const page = await signInAt(phone, server.address, 'limin')
    const snap = async (words: string) => {
      await page.goto(`${server.address}/snap`)
      await pickPlace(page, '一期地库')
      await page.getByRole('textbox', { name: '什么情况' }).fill(words)
    }
    await snap('坡道地砖松动')
    await page.getByRole('button', { name: '保存工单' }).click()
    await page.getByRole('heading', { name: '坡道地砖松动', level: 1 }).waitFor()
    const first = page.url()
    await phone.setOffline(true)
    await snap('又松了两块')
    await page.getByLabel('拍照').setInputFiles(PICTURE)
    await page.getByRole('button', { name: '第 1 张照片', exact: true }).waitFor()
    const more = page.getByRole('button', { name: /^再看一些/ })
    const add = page.getByRole('button', { name: '加到这张:坡道地砖松动' })
    await add.or(more).first().waitFor()
    if ((await add.count()) === 0) await more.click()
    await add.click()
    await page.waitForURL(first)
    const entry = page.getByRole('listitem').filter({ hasText: '又松了两块' })
    await entry.getByRole('button', { name: '第 1 张照片' }).waitFor()
    // Nothing is left to be saved a second time.
    await page.goto(`${server.address}/snap`)
    await page.getByRole('textbox', { name: '什么情况' }).waitFor()
    expect(await page.getByRole('textbox', { name: '什么情况' }).inputValue()).toBe('')
    await page.goto(`${server.address}/tickets`)
    const row = page.getByRole('link', { name: /坡道地砖松动/ })
    await row.getByRole('img', { name: '在手机上' }).waitFor()
    await phone.setOffline(false)
    await row.getByRole('img', { name: '已上传' }).waitFor()
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

  it('[PH4] goes up with what was drawn on it, and the drawing can be taken off before', async () => {
    const phone = await openContext(stage.browser, PHONE)
    const page = await signInAt(phone, server.address, 'limin')
    await page.goto(`${server.address}/snap`)
    await page.getByLabel('拍照').setInputFiles(PICTURE)
    const photo = page.getByRole('button', { name: '第 1 张照片', exact: true })
    const plain = await photo.locator('img').getAttribute('src')
    await photo.click()
    const picture = page.getByRole('application').locator('image')
    const box = (await picture.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
    const at = (x: number, y: number) => [box.x + box.width * x, box.y + box.height * y] as const
    await page.mouse.move(...at(0.2, 0.2))
    await page.mouse.down()
    await page.mouse.move(...at(0.5, 0.4))
    await page.mouse.move(...at(0.8, 0.6))
    await page.mouse.up()
    await page.getByRole('button', { name: '画好了' }).click()
    await expect.poll(() => photo.locator('img').getAttribute('src')).not.toBe(plain)
    // Taken off again, it is the photo it was; drawn on with keys, it goes up.
    await photo.click()
    await page.getByRole('button', { name: '撤一笔' }).click()
    await page.getByRole('button', { name: '画好了' }).click()
    await expect.poll(() => photo.locator('img').getAttribute('src')).toBe(plain)
    await photo.click()
    await page.getByRole('button', { name: /已画/ }).press('Enter')
    await page.getByRole('button', { name: '画好了' }).click()
    await expect.poll(() => photo.locator('img').getAttribute('src')).not.toBe(plain)
    await pickPlace(page, '一期地库')
    await page.getByRole('textbox', { name: '什么情况' }).fill('画了圈的照片')
    await page.getByRole('button', { name: '保存工单' }).click()
    await page.getByText('已上传').waitFor()

    const reader = new WireClient(server.address)
    await reader.signIn('zhoujie')
    const tickets = await reader.records<Ticket>('Ticket')
    const [sent] = tickets.find(({ title }) => title === '画了圈的照片')?.photos ?? []
    if (!sent) throw new Error('No photo came')
    expect(sent.preview).not.toBe(plain)
    const seen = await page.evaluate(
      async ([address, { width, height }]) => {
        const answer = await fetch(address)
        const bitmap = await createImageBitmap(await answer.blob())
        const pen = new OffscreenCanvas(width, height).getContext('2d')
        pen?.drawImage(bitmap, 0, 0)
        // The circle's left edge: 0.14 left of the middle, at 0.45 of the height.
        const pixel = (x: number) => [
          ...(pen?.getImageData(Math.round(width * x), Math.round(height * 0.45), 1, 1).data ?? []),
        ]
        return { stroke: pixel(0.36), beside: pixel(0.5) }
      },
      [`/api/v1/photos/${sent.sha256}?staff=${await staffOf(page)}`, sent] as const,
    )
    const [red = 0, green = 0, blue = 0] = seen.stroke
    expect(red > 180 && green < 90 && blue < 90, String(seen.stroke)).toBe(true)
    expect(seen.beside).not.toEqual(seen.stroke)
    await phone.close()
  })
})
