import { describe, expect, it } from 'vitest'
import { DESK, openContext, signInAt } from '../support/browser'
import { setStage } from '../support/stage'

const stage = setStage()
const { server } = stage

describe('a finished round on paper', () => {
  it('is one page with every stop, and nothing one can only touch', async () => {
    const context = await openContext(stage.browser, DESK)
    const page = await signInAt(context, server.address, 'zhoujie')
    await page.goto(`${server.address}/patrol`)
    await page
      .getByRole('link', { name: /消防巡查 12\/12.*已完成/ })
      .first()
      .click()
    await page.getByRole('button', { name: '打印这一轮' }).waitFor()
    await page.emulateMedia({ media: 'print' })
    const table = page.getByRole('table')
    await table.waitFor()
    expect(await table.getByRole('row').count()).toBe(13)
    expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(0)
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1')
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
    await context.close()
  })
})

describe('a ticket on paper', () => {
  it('is its own page with its thread, and nothing one can only touch, without the list', async () => {
    const context = await openContext(stage.browser, DESK)
    // The printer's own window has no place here; what would be printed is looked at instead.
    await context.addInitScript(() => {
      window.print = () => undefined
    })
    const page = await signInAt(context, server.address, 'zhoujie')
    await page.goto(`${server.address}/tickets`)
    await page.getByRole('link', { name: /电梯运行异响/ }).click()
    await page.getByRole('button', { name: '打印这一件' }).click()
    await page.emulateMedia({ media: 'print' })
    await page.getByRole('heading', { name: '电梯运行异响' }).waitFor()
    await page.getByText('电梯维保单位').first().waitFor()
    expect(await page.getByText('地库车位被占').filter({ visible: true }).count()).toBe(0)
    expect(await page.getByRole('button').filter({ visible: true }).allTextContents()).toEqual([])
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1')
    expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeLessThanOrEqual(2)
    await context.close()
  })
})

describe('the desk’s Today on paper', () => {
  it('is the desk’s, with its rounds and tickets, not a phone’s', async () => {
    const context = await openContext(stage.browser, DESK)
    const page = await signInAt(context, server.address, 'zhoujie')
    await page.getByRole('heading', { name: '各部手机' }).waitFor()
    // Paper is as narrow as a phone, and says so before anything is drawn on it.
    await page.emulateMedia({ media: 'print' })
    await page.setViewportSize({ width: 794, height: 1123 })
    await page.getByRole('heading', { name: '今日巡查', exact: true }).waitFor()
    await page.getByRole('grid', { name: /工单/ }).waitFor()
    const rounds = page.getByRole('list', { name: '今日巡查' }).getByRole('listitem')
    expect(await rounds.count()).toBeGreaterThan(3)
    expect(await page.getByRole('heading', { name: '各部手机' }).count()).toBe(1)
    await context.close()
  })
})
