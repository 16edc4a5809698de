import { describe, expect, it } from 'vitest'
import { DESK, openContext, PHONE, signInAt } from '../support/browser'
import { setStage } from '../support/stage'

const stage = setStage()
const { server } = stage

describe('a visit at a door without a network', () => {
  it('[VI1] [VI13] is saved there, goes up later, and is counted on the supervisor’s desk', async () => {
    const hand = await openContext(stage.browser, PHONE)
    const limin = await signInAt(hand, server.address, 'limin')
    await limin.goto(`${server.address}/visits`)
    await limin.locator('[role="listitem"] a').first().waitFor()
    await hand.setOffline(true)
    await limin.locator('[role="listitem"] a').first().click()
    await limin.getByText('结果').waitFor()
    const home = limin.url().split('/').at(-1) ?? ''
    const why = limin.getByLabel('还是要去,写一句为什么')
    if ((await why.count()) > 0) await why.fill('业主让这时候来')
    await limin.getByText('见到了', { exact: true }).last().click()
    await limin.getByLabel('业主说了什么(选填)').fill('雨天的走访,一家都好')
    await limin.getByText('水箱清洗停水').waitFor()
    await limin.getByText('交给了').last().click()
    await limin.getByText('上门问一问').click()
    await limin.getByText('不满意', { exact: true }).first().click()
    await limin.getByText('哪里最该先改').waitFor()
    await limin.getByRole('button', { name: '记下这次' }).dblclick()
    await limin.getByText('记下了').waitFor()
    await hand.setOffline(false)

    const desk = await openContext(stage.browser, DESK)
    const zhoujie = await signInAt(desk, server.address, 'zhoujie')
    await zhoujie.goto(`${server.address}/homes/units/${home}`)
    await zhoujie.getByText('雨天的走访,一家都好').waitFor()
    expect(await zhoujie.getByText('雨天的走访,一家都好').count()).toBe(1)
    await zhoujie.goto(`${server.address}/visits/coverage`)
    await zhoujie.getByRole('button', { name: '人员' }).click()
    await zhoujie.getByRole('row', { name: /李敏/ }).waitFor()
    await zhoujie.goto(`${server.address}/visits/month`)
    await zhoujie.getByRole('heading', { name: '李敏做的' }).waitFor()
    await Promise.all([hand.close(), desk.close()])
  })
})
