import { expect, it } from 'vitest'
import { DESK, openContext, PHONE, signInAt } from '../support/browser'
import { setStage } from '../support/stage'

const stage = setStage()

it('a new colleague signs in with the one-time password, stands in, leaves, and the audit says so', async () => {
  const desk = await openContext(stage.browser, DESK)
  const admin = await signInAt(desk, stage.server.address, 'admin')
  await admin.goto(`${stage.server.address}/accounts/form`)
  await admin.getByLabel('姓名').fill('何静')
  await admin.getByLabel('账号', { exact: true }).fill('hejing')
  await admin.getByRole('button', { name: '加一个岗位' }).click()
  await admin.getByLabel('岗位', { exact: true }).selectOption({ label: '工程' })
  await admin.getByRole('button', { name: '好了' }).click()
  await admin.getByRole('button', { name: '开账号' }).click()
  const password = await admin.locator('.password').textContent()

  // In a colleague’s place, from now on.
  await admin.getByRole('button', { name: '安排顶班' }).click()
  const sheet = admin.getByRole('dialog')
  const whom = sheet.getByLabel('替谁')
  const names = await whom.locator('option').allTextContents()
  await whom.selectOption({ label: names.find((each) => each.startsWith('王芳')) ?? '' })
  await sheet.getByLabel('到什么时候止').fill('2099-01-01T18:00')
  await sheet.getByRole('button', { name: '安排好了' }).click()
  await admin.getByText('替王芳顶班').waitFor()

  const phone = await openContext(stage.browser, PHONE)
  const hand = await phone.newPage()
  await hand.goto(`${stage.server.address}/`)
  await hand.getByLabel('账号').fill('hejing')
  await hand.getByLabel('密码').fill(password?.trim() ?? '')
  await hand.getByRole('button', { name: '登录', exact: true }).click()
  await hand.getByRole('heading', { name: '今日', level: 1 }).waitFor()
  await hand.goto(`${stage.server.address}/me`)
  await hand.getByText('正在替王芳顶班').waitFor()

  // 赵强 leaves: what he has in hand goes to the new colleague before the account closes.
  await admin.goto(`${stage.server.address}/accounts`)
  await admin.getByRole('link', { name: '赵强' }).click()
  await admin.getByRole('button', { name: '停用账号' }).click()
  const groups = admin.getByLabel('交给谁')
  await groups.first().waitFor()
  for (const group of await groups.all()) {
    const options = await group.locator('option').allTextContents()
    await group.selectOption({ label: options.find((each) => each.startsWith('何静')) ?? '先不交' })
  }
  await admin.getByRole('button', { name: '交出去并停用账号' }).click()
  await admin.getByText('这个账号停用了').waitFor()
  await hand.goto(`${stage.server.address}/today`)
  await hand
    .getByText(/请接单/)
    .first()
    .waitFor()

  await admin.goto(`${stage.server.address}/audit`)
  await admin.getByText('交接了手上的事').first().waitFor()
  const said = await admin.getByRole('main').textContent()
  for (const deed of ['停用了账号', '改了岗位', '开了账号']) expect(said).toContain(deed)
  await phone.close()
  await desk.close()
})
