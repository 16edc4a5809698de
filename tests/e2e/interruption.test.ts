import { describe, expect, it } from 'vitest'
import { DESK, openContext, PHONE, signInAt } from '../support/browser'
import { setStage } from '../support/stage'

const stage = setStage()
const { server } = stage

describe('a lift that stops, without a network', () => {
  it('[SI2] [SI6] [SI8] has its homes listed, told, restored and told anew, and the desk hears of it', async () => {
    const hand = await openContext(stage.browser, PHONE)
    const limin = await signInAt(hand, server.address, 'limin')
    await limin.goto(`${server.address}/facilities`)
    await limin.getByRole('searchbox').fill('3栋1单元电梯')
    await limin.getByText('3栋1单元电梯').first().waitFor()
    await hand.setOffline(true)
    await limin.getByText('3栋1单元电梯').first().click()
    await limin.getByRole('button', { name: '它停了,看要通知谁' }).click()
    await limin.getByText(/影响 36\s户/).waitFor()
    await limin.getByLabel('原因').fill('轿门碰伤,等维保')
    await limin.getByRole('button', { name: '发布,看通知名单' }).dblclick()
    const first = limin.getByRole('article').first()
    await first.getByText(/坐轮椅/).waitFor()
    expect(await first.innerText()).toMatch(/3栋\s1单元\s1501/)
    const path = new URL(limin.url()).pathname
    await first.getByRole('button', { name: '3栋 1单元 1501 记告知' }).click()
    await first.getByRole('button', { name: '电话说了' }).click()
    await limin.getByText(/1\s\/\s36\s户已通知/).waitFor()
    await limin.getByText(/一次告知其余 35\s户/).click()
    await limin.getByRole('button', { name: '已发业主群' }).click()
    await limin.getByText(/36\s\/\s36\s户已通知/).waitFor()
    await limin.getByRole('button', { name: '恢复了' }).click()
    await limin.getByRole('button', { name: '记下恢复,去通知' }).click()
    await limin.getByText(/0\s\/\s36\s户已通知/).waitFor()
    await hand.setOffline(false)

    const desk = await openContext(stage.browser, DESK)
    const zhoujie = await signInAt(desk, server.address, 'zhoujie')
    await zhoujie.goto(`${server.address}${path}`)
    await zhoujie.getByText('轿门碰伤,等维保').first().waitFor()
    await zhoujie.getByText(/恢复了,请告诉大家/).waitFor()
    await Promise.all([hand.close(), desk.close()])
  })
})
