import { describe, expect, it } from 'vitest'
import { DESK, openContext, signInAt } from '../support/browser'
import { setStage } from '../support/stage'

const stage = setStage()
const { server } = stage

const FILE = [
  '萌芽花园业主台账,,,,',
  '楼栋,单元,房号,业主姓名,联系电话',
  ...['501', '502', '601'].map((door) => `88栋,1单元,${door},,`),
].join('\n')

describe('the file a company has already', () => {
  it('[IM1] [IM10] [IM17] becomes a building in the matrix, and is taken back', async () => {
    const desk = await openContext(stage.browser, DESK)
    const page = await signInAt(desk, server.address, 'chenli')
    await page.goto(`${server.address}/import`)
    const buffer = Buffer.from(FILE)
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: '台账.csv', mimeType: 'text/csv', buffer })
    await page.getByRole('button', { name: '看一遍每一行' }).click()
    await page.getByRole('switch', { name: /88栋/ }).click()
    await page.getByRole('button', { name: /^录入 3 户/ }).click()
    await page.getByText('录入好了').waitFor()
    await page.getByRole('button', { name: '看房态图' }).click()
    await page.getByRole('link', { name: /88栋/ }).click()
    const matrix = page.getByRole('grid', { name: /88栋/ })
    await matrix.waitFor()
    expect(await matrix.getByRole('row').count()).toBe(3)
    await page.goto(`${server.address}/import`)
    await page.getByRole('button', { name: '撤回 台账.csv' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '撤回', exact: true }).click()
    await page.getByText('已撤回,没有留下的').waitFor()
    await page.goto(`${server.address}/homes`)
    await page.getByRole('link', { name: /8栋/ }).first().waitFor()
    expect(await page.getByRole('link', { name: /88栋/ }).count()).toBe(0)
    await desk.close()
  })
})
