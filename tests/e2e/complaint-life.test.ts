import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import type { Community } from '../../src/domain/community'
import { MINUTE } from '../../src/domain/instant'
import type { Place } from '../../src/domain/place'
import { DESK, openContext, PHONE, signInAt } from '../support/browser'
import { newId } from '../support/build/ids'
import { setStage } from '../support/stage'
import { WireClient } from '../support/wire-client'

const WORDS = '楼上漏水三天没人管'
const PROMISED = '今天把新门禁卡送到您家'

/** The engineer promised something, and its time is past. */
const stage = setStage(async (address) => {
  const engineer = new WireClient(address)
  await engineer.signIn('hetao')
  const [community] = await engineer.records<Community>('Community')
  const home = (await engineer.records<Place>('Place')).find(({ kind }) => kind === 'unit')
  if (!community || !home) throw new Error('The demonstration has no homes')
  const now = Date.now()
  const act = {
    ...{ act: 'make', community: community.id, building: null, home: home.id, caller: null },
    ...{ words: PROMISED, dueAt: now - 10 * MINUTE, from: { by: 'itself' } },
  }
  const said = { kind: 'OwnerPromise', record: newId<string>(), act, at: now - 60 * MINUTE }
  const { outcomes } = await engineer.sync([said])
  if (outcomes.some(({ outcome }) => outcome !== 'accepted')) throw new Error('Not taken')
})
const { server } = stage

const takeDown = async (page: Page): Promise<string> => {
  await page.goto(`${server.address}/tickets/new`)
  await page.getByText('投诉', { exact: true }).click()
  await page.getByRole('textbox', { name: '业主原话' }).fill(WORDS)
  await page.getByRole('textbox', { name: '哪一户的事' }).fill('4栋1单元902')
  await page.getByRole('textbox', { name: '谁反映的' }).fill('林晓')
  await page.getByRole('textbox', { name: '回电号码' }).fill('13800001234')
  await page.getByRole('combobox', { name: '派给谁' }).selectOption({ label: '赵强 · 工程' })
  await page.getByRole('textbox', { name: '当时怎么回业主的' }).fill('马上派师傅上门看')
  await page.getByRole('button', { name: '保存,开工单' }).click()
  await page.waitForURL(/tickets\/[0-9a-f-]{36}$/)
  return new URL(page.url()).pathname
}

const writeVisit = async (page: Page) => {
  await page.getByRole('button', { name: '写维修记录' }).click()
  await page.getByRole('textbox', { name: '现场发现' }).fill('楼上地漏渗水')
  await page.getByRole('textbox', { name: '做了什么' }).fill('重做地漏封堵')
  await page.getByRole('switch', { name: /帮一把/ }).click()
  await page.getByRole('textbox', { name: '为什么不收' }).fill('楼上已同意分担')
  await page.getByRole('button', { name: '干完了' }).click()
  const ended = await page.getByLabel('完工时间').inputValue()
  await page.getByLabel('到场时间').fill(`${ended.slice(0, 10)}T00:00`)
  await page.getByRole('textbox', { name: '签字人姓名' }).fill('林晓')
  await page.getByRole('switch', { name: /本人确认/ }).click()
  await page.getByRole('button', { name: '保存维修记录' }).click()
  await page.getByText(/签的就是这一份/).waitFor()
}

describe('a complaint by phone, from the first word to the owner’s thanks', () => {
  it('is taken down, put right half of it without a network, signed, told and closed, and the desk sees it all', async () => {
    const [wangs, zhaos, zhous] = await Promise.all([
      openContext(stage.browser, PHONE),
      openContext(stage.browser, PHONE),
      openContext(stage.browser, DESK),
    ])
    const wang = await signInAt(wangs, server.address, 'wangfang')
    const zhao = await signInAt(zhaos, server.address, 'zhaoqiang')
    const path = await takeDown(wang)

    await zhao.goto(server.address + path)
    await zhao.getByRole('button', { name: '接单' }).waitFor()
    await zhaos.setOffline(true)
    await zhao.getByRole('button', { name: '接单' }).click()
    await writeVisit(zhao)
    await zhao.getByText('在手机上').waitFor()
    await zhaos.setOffline(false)
    await zhao.getByText('已上传').waitFor()

    await wang.goto(server.address + path)
    await wang.getByText('业主现场看过维修记录并签字').first().waitFor()
    await wang.getByRole('button', { name: '更多' }).first().click()
    const sheet = wang.getByRole('dialog')
    await sheet.getByRole('button', { name: '告知业主' }).click()
    await sheet.getByText('联系上了', { exact: true }).click()
    await sheet.getByRole('textbox', { name: '跟业主说了什么' }).fill('修好了,请您再看几天')
    await sheet.getByRole('button', { name: '告知业主' }).click()
    await wang.getByText('修好了,请您再看几天').first().waitFor()
    await wang.getByRole('button', { name: '办结', exact: true }).click()
    await sheet.getByRole('textbox', { name: /原因/ }).fill('楼上地漏封堵老化')
    await sheet.getByRole('textbox', { name: /教训/ }).fill('同一竖管先查楼上')
    await sheet.getByText('不用', { exact: true }).click()
    await sheet.getByRole('button', { name: '办结', exact: true }).click()
    await wang.getByText('已办结').first().waitFor()
    await wang.getByText('已上传').first().waitFor()

    const zhou = await signInAt(zhous, server.address, 'zhoujie')
    await zhou.goto(server.address + path)
    for (const words of [WORDS, '重做地漏封堵', '修好了,请您再看几天', '楼上地漏封堵老化'])
      await zhou.getByText(words).first().waitFor()
    await zhou
      .getByRole('link', { name: /重做地漏封堵/ })
      .first()
      .click()
    await zhou.getByText(/签的就是这一份/).waitFor()
    expect(await zhou.getByText('本次免费').first().isVisible()).toBe(true)
    await Promise.all([wangs, zhaos, zhous].map((each) => each.close()))
  })
})

describe('a promise whose time passed', () => {
  it('is on Today, its person says why, and the sums of the rates show it', async () => {
    const context = await openContext(stage.browser, PHONE)
    const page = await signInAt(context, server.address, 'hetao')
    await page.getByRole('link', { name: /今天把新门禁卡送到您家/ }).click()
    await page.getByRole('button', { name: '更多' }).click()
    const sheet = page.getByRole('dialog')
    await sheet.getByRole('button', { name: '没做到' }).click()
    await sheet.getByRole('textbox', { name: '为什么没做到' }).fill('厂家的卡明天才到,已打电话')
    await sheet.getByRole('button', { name: '没做到' }).click()
    await page.getByText('厂家的卡明天才到,已打电话').first().waitFor()
    await page.getByText('已上传').waitFor()
    await page.goto(`${server.address}/promises/rates`)
    await page
      .getByText(/到期\s1\s个:按时\s0,晚了\s0,没做到\s1/)
      .first()
      .waitFor()
    await context.close()

    const desk = await openContext(stage.browser, DESK)
    const zhou = await signInAt(desk, server.address, 'zhoujie')
    await zhou.goto(`${server.address}/promises/rates`)
    await zhou.getByText('何涛').first().waitFor()
    expect(await zhou.getByText(/没做到\s1/).count()).toBeGreaterThan(0)
    await desk.close()
  })
})
