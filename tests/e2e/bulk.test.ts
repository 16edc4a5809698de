import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import type { Checkpoint } from '../../src/domain/checkpoint'
import { violations } from '../support/axe'
import { newId } from '../support/build/ids'
import { receiveTicket } from '../support/build/ticket'
import { DESK, openContext, signInAt } from '../support/browser'
import { setStage } from '../support/stage'
import { WireClient } from '../support/wire-client'

const TITLES = ['东侧灯不亮', '西侧灯不亮', '南侧灯不亮']
const WORDS = '今天一起换,灯管在库房'

/** Three that came in and nobody has yet. */
const stage = setStage(async (address) => {
  const supervisor = new WireClient(address)
  const { staff } = await supervisor.signIn('zhoujie')
  const [checkpoint] = await supervisor.records<Checkpoint>('Checkpoint')
  if (!checkpoint) throw new Error('The demonstration has no checkpoint')
  const { outcomes } = await supervisor.sync(
    TITLES.map((title) => ({
      ...{ kind: 'Ticket', record: newId<string>() },
      act: receiveTicket(checkpoint.community, staff.id, { title }),
    })),
  )
  if (outcomes.some(({ outcome }) => outcome !== 'accepted')) throw new Error('Not taken')
})

const tickThem = async (page: Page) => {
  await page.getByRole('searchbox', { name: '搜标题、位置、单号' }).fill('侧灯不亮')
  await page.getByLabel('选中显示的 3 件').check()
  await page.getByRole('button', { name: '派单 3 件' }).click()
  await page.getByRole('dialog').waitFor()
}

describe('many tickets at once, at the desk', () => {
  it('[TK22] are assigned with one word, which a reload does not lose, and taken back', async () => {
    const context = await openContext(stage.browser, DESK)
    const page = await signInAt(context, stage.server.address, 'zhoujie')
    // Looked at as it stands, not while it comes up.
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.goto(`${stage.server.address}/tickets`)
    await tickThem(page)
    const sheet = page.getByRole('dialog')
    await sheet.getByRole('textbox', { name: '交代一句(可不写)' }).fill(WORDS)
    await sheet.getByRole('button', { name: '派单 3 件' }).click()
    await sheet.getByRole('alert').waitFor()
    expect(await violations(page)).toEqual([])

    await page.reload()
    await tickThem(page)
    expect(await sheet.getByRole('textbox', { name: '交代一句(可不写)' }).inputValue()).toBe(WORDS)
    await sheet.getByLabel('派给').selectOption({ label: '赵强 · 工程' })
    await sheet.getByRole('button', { name: '派单 3 件' }).click()
    await page.getByText('3 件已派给赵强').waitFor()
    expect(await violations(page)).toEqual([])
    await page.getByRole('link', { name: '东侧灯不亮' }).first().click()
    await page.getByRole('listitem').filter({ hasText: WORDS }).waitFor()
    await page.getByRole('button', { name: '撤回', exact: true }).first().click()
    await page.getByText('3 件已撤回').waitFor()
    expect(await page.getByRole('row').filter({ hasText: '赵强' }).count()).toBe(0)

    await tickThem(page)
    expect(await sheet.getByRole('textbox', { name: '交代一句(可不写)' }).inputValue()).toBe('')
    await context.close()
  })
})
