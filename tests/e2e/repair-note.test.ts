import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import type { RepairNote } from '../../src/domain/repair/repair-note'
import { DESK, openContext, PHONE, signInAt } from '../support/browser'
import { die } from '../support/die'
import { setStage } from '../support/stage'
import { WireClient } from '../support/wire-client'

const PICTURE = 'public/icons/icon-512.png'
const stage = setStage()
const { server } = stage

const sign = async (page: Page): Promise<void> => {
  const glass = page.getByRole('img', { name: /业主签字.*签字板/ })
  await glass.scrollIntoViewIfNeeded()
  const box = await glass.boundingBox()
  if (!box) throw new Error('There is no glass')
  const at = (x: number, y: number) => [box.x + box.width * x, box.y + box.height * y] as const
  await page.mouse.move(...at(0.2, 0.4))
  await page.mouse.down()
  for (const [x, y] of [
    ...[[0.3, 0.6] as const, [0.4, 0.3] as const],
    ...[[0.5, 0.6] as const, [0.6, 0.3] as const],
  ])
    await page.mouse.move(...at(x, y), { steps: 4 })
  await page.mouse.up()
}

describe('a repair at an owner’s home', () => {
  it('is written and signed with no network, survives the phone, goes up and is printed', async () => {
    const phone = await openContext(stage.browser, PHONE)
    let page = await signInAt(phone, server.address, 'hetao')
    await page.goto(`${server.address}/repair-notes/new`)
    await page.getByRole('textbox', { name: '修什么' }).waitFor()
    await phone.setOffline(true)
    await page.getByRole('textbox', { name: '修什么' }).fill('厨房角阀滴水')
    await page.getByRole('button', { name: /^哪一户/ }).click()
    const sheet = page.getByRole('dialog')
    await sheet.getByRole('searchbox').fill('1501')
    await sheet.getByRole('button', { name: /1501$/ }).first().click()
    await page.getByLabel('拍修之前').setInputFiles(PICTURE)
    await page.getByRole('button', { name: '第 1 张照片', exact: true }).waitFor()
    await page.getByRole('textbox', { name: '现场发现' }).fill('角阀丝口老化滴水')
    await page.getByRole('button', { name: '加一样配件' }).click()
    await page.getByRole('textbox', { name: '配件名称' }).fill('角阀')
    await page.getByRole('textbox', { name: '单价' }).fill('25')
    await page.getByRole('textbox', { name: '人工费' }).fill('30')
    await page.getByRole('textbox', { name: '事先和业主说好的价' }).fill('55')
    await page.getByRole('textbox', { name: '做了什么' }).fill('换角阀一只,试水不漏')

    page = await die(page, phone, '换角阀一只,试水不漏')
    await page.goto(`${server.address}/today`)
    await page.getByRole('link', { name: /维修记录没写完/ }).click()
    await page.getByRole('button', { name: '第 1 张照片', exact: true }).waitFor()
    const arrived = page.getByLabel('到场时间')
    await page.getByRole('button', { name: '干完了' }).click()
    const ended = await page.getByLabel('完工时间').inputValue()
    await arrived.fill(ended)
    await page.getByRole('button', { name: '保存维修记录' }).click()
    await page.getByText('结束比开始还早,请改一下').waitFor()
    await page.getByText('请业主签字,或者写一句为什么没签').waitFor()
    await arrived.fill(`${ended.slice(0, 10)}T00:00`)
    await sign(page)
    await page.getByRole('textbox', { name: '签字人姓名' }).fill('陈女士')
    await page.getByRole('button', { name: '保存维修记录' }).click()
    await page.getByText(/签的就是这一份/).waitFor()
    await page.getByText('在手机上').waitFor()

    await phone.setOffline(false)
    await page.getByText('已上传').waitFor()
    const { pathname } = new URL(page.url())
    const steward = new WireClient(server.address)
    await steward.signIn('limin')
    const note = (await steward.records<RepairNote>('RepairNote')).find(({ id }) =>
      pathname.endsWith(id),
    )
    expect(note?.sheet.parts).toEqual([{ name: '角阀', unit: '个', hundredths: 100, price: 2_500 }])
    expect(note?.signed?.signature.name).toBe('陈女士')
    expect(note?.signed?.sha256).toMatch(/^[0-9a-f]{64}$/)
    const guard = new WireClient(server.address)
    await guard.signIn('wujun')
    expect(await guard.records<RepairNote>('RepairNote')).toEqual([])

    const desk = await openContext(stage.browser, DESK)
    const wide = await signInAt(desk, server.address, 'zhoujie')
    await wide.goto(`${server.address}${pathname}`)
    await wide.getByText(/签的就是这一份/).waitFor()
    await wide.emulateMedia({ media: 'print' })
    await wide.getByRole('table').getByText('55.00 元').last().waitFor()
    expect(await wide.getByRole('button').filter({ visible: true }).count()).toBe(0)
    const pdf = (await wide.pdf({ format: 'A5' })).toString('latin1')
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
    await desk.close()
    await phone.close()
  })
})
