import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import type { Checkpoint } from '../../src/domain/checkpoint'
import type { Staff } from '../../src/domain/staff'
import { newId } from '../support/build/ids'
import { receiveTicket } from '../support/build/ticket'
import { openContext, PHONE, signInAt } from '../support/browser'
import { setStage } from '../support/stage'
import { WireClient } from '../support/wire-client'

const TITLE = '泵房地漏堵了'
const PICTURE = 'public/icons/icon-512.png'
const ticket = newId<string>()

/** A defect that concerns nobody’s home, assigned to the engineer by the supervisor. */
const stage = setStage(async (address) => {
  const supervisor = new WireClient(address)
  const { staff } = await supervisor.signIn('zhoujie')
  const [checkpoint] = await supervisor.records<Checkpoint>('Checkpoint')
  const engineer = (await supervisor.records<Staff>('Staff')).find(({ name }) => name === '赵强')
  if (!checkpoint || !engineer) throw new Error('The demonstration has no such people')
  const act = receiveTicket(checkpoint.community, staff.id, { title: TITLE })
  const assign = { act: 'assign', from: 'received', to: engineer.id, words: '' }
  const { outcomes } = await supervisor.sync([
    { kind: 'Ticket', record: ticket, act },
    { kind: 'Ticket', record: ticket, act: assign },
  ])
  if (outcomes.some(({ outcome }) => outcome !== 'accepted')) throw new Error('Not assigned')
})

const open = async (page: Page) => {
  await page.goto(`${stage.server.address}/tickets/${ticket}`)
  await page.getByRole('heading', { name: TITLE, level: 1 }).waitFor()
}
const sheet = (page: Page) => page.getByRole('dialog')
const submit = async (page: Page, deed: string) => {
  await sheet(page).getByRole('button', { name: deed, exact: true }).click()
  await sheet(page).waitFor({ state: 'hidden' })
}
const begin = (page: Page, deed: string) =>
  page.getByRole('button', { name: deed, exact: true }).click()

const resolve = async (page: Page, words: string) => {
  await begin(page, '处理完')
  await sheet(page).getByRole('textbox', { name: '怎么处理的' }).fill(words)
  await sheet(page).getByLabel('拍照').setInputFiles(PICTURE)
  await sheet(page).getByRole('img').waitFor()
  await submit(page, '处理完')
}
const recheck = async (page: Page, found: '合格' | '退回重做', words: string) => {
  await begin(page, '复查')
  await sheet(page).getByText(found, { exact: true }).click()
  await sheet(page).getByRole('textbox', { name: '复查情况' }).fill(words)
  await sheet(page).getByLabel('拍照').setInputFiles(PICTURE)
  await sheet(page).getByRole('img').waitFor()
  await submit(page, '复查')
}
const entry = (page: Page, headline: string) =>
  page.getByRole('listitem').filter({ hasText: headline })

describe('somebody else rechecks', () => {
  it('[TK10] goes back with words and photo, is mended and closed; who came late is kept', async () => {
    const contexts = await Promise.all([1, 2, 3].map(() => openContext(stage.browser, PHONE)))
    const [his, hers, anothers] = contexts
    if (!his || !hers || !anothers) throw new Error('no phones')
    const engineer = await signInAt(his, stage.server.address, 'zhaoqiang')
    await open(engineer)
    await begin(engineer, '接单')
    await begin(engineer, '到场')
    await submit(engineer, '到场')
    await resolve(engineer, '捞出抹布,试水通畅')

    const steward = await signInAt(hers, stage.server.address, 'limin')
    await open(steward)
    await recheck(steward, '退回重做', '还有一半没通')

    const back = entry(engineer, '李敏 复查不合格,退回')
    await back.waitFor()
    expect(await back.getByText('还有一半没通').count()).toBe(1)
    await back.getByRole('button', { name: '第 1 张照片' }).waitFor()
    expect(await engineer.getByText('复查退回 1 次').count()).toBe(1)
    await resolve(engineer, '重新疏通,满桶水试过')

    const other = await signInAt(anothers, stage.server.address, 'sunjia')
    await open(other)
    await entry(other, '赵强 处理完').nth(1).waitFor()
    await anothers.setOffline(true)

    await entry(steward, '赵强 处理完').nth(1).waitFor()
    await recheck(steward, '合格', '')
    await steward.getByText('已办结').first().waitFor()
    await engineer.getByText('已办结').first().waitFor()

    // She saw it resolved and rechecks it too, with no network: closed meanwhile, it stays closed.
    await recheck(other, '退回重做', '地面还有积水')
    await anothers.setOffline(false)
    const late = entry(steward, '孙佳 也做了「复查」,没有算上')
    await late.waitFor()
    expect(await late.getByText('地面还有积水').count()).toBe(1)
    await late.getByRole('button', { name: '第 1 张照片' }).waitFor()
    await entry(other, '孙佳 也做了「复查」,没有算上').waitFor()
    expect(await other.getByText('已办结').count()).toBeGreaterThan(0)
    await Promise.all(contexts.map((context) => context.close()))
  })
})
