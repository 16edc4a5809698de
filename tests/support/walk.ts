import type { Page } from 'playwright'
import type { Checkpoint } from '../../src/domain/checkpoint'
import type { PatrolPlan } from '../../src/domain/patrol-plan'
import { localDay } from '../../src/domain/time-zone'
import { newId } from './build/ids'
import { WireClient } from './wire-client'

export const PUMP = '3栋 B1 消防泵房'
export const LOBBY = '1栋 楼栋巡查'
const PICTURE = 'public/icons/icon-512.png'

/** A short route over these stops that is open at any hour, planned by the manager over the wire. */
export const planStops = async (
  manager: WireClient,
  stops: readonly Checkpoint[],
  over: Partial<PatrolPlan> = {},
): Promise<void> => {
  const [first] = stops
  if (!first) throw new Error('A route has a stop')
  const { community } = first
  const [route, plan] = [newId<string>(), newId<string>()]
  const today = localDay(Date.now(), 'Asia/Shanghai')
  const { outcomes } = await manager.sync([
    {
      ...{ kind: 'Route', record: route },
      act: {
        act: 'draw',
        route: {
          id: route,
          community,
          name: '短线',
          order: 'any',
          stops: stops.map(({ id }) => id),
        },
      },
    },
    {
      ...{ kind: 'PatrolPlan', record: plan },
      act: {
        act: 'plan',
        plan: {
          ...{ id: plan, community, name: '短线巡查', route, weekdays: [1, 2, 3, 4, 5, 6, 7] },
          slots: [{ key: 'all', name: '全天', opens: 0, closes: 2_879 }],
          ...{ roles: ['steward'], walkers: null, from: today, until: null },
          ...over,
        },
      },
    },
  ])
  if (outcomes.some(({ outcome }) => outcome !== 'accepted')) throw new Error('Not planned')
}

/** The pump room and the lobby on one short round. */
export const planRound = async (
  address: string,
  over: Partial<PatrolPlan> = {},
): Promise<Checkpoint> => {
  const manager = new WireClient(address)
  await manager.signIn('chenli')
  const checkpoints = await manager.records<Checkpoint>('Checkpoint')
  const stops = [PUMP, LOBBY].flatMap(
    (name) => checkpoints.find((each) => each.name === name) ?? [],
  )
  const [pump, lobby] = stops
  if (!pump || !lobby) throw new Error('The demonstration has no such checkpoints')
  await planStops(manager, stops, over)
  return pump
}

export const openStop = async (page: Page, address: string, stop: string) => {
  await page.goto(`${address}/patrol`)
  await page
    .getByRole('link', { name: /全天短线巡查/ })
    .first()
    .click()
  // The list names the next stop, too, while the round is on its way.
  await page.waitForURL(/\/patrol\/rounds\//)
  await page
    .getByRole('list', { name: '巡查点' })
    .getByRole('link', { name: new RegExp(stop) })
    .click()
  await page.waitForURL(/\/stops\//)
}

export const checkInByHand = async (page: Page) => {
  await page.getByRole('button', { name: '扫不了,手动签到' }).click()
  await page.getByRole('button', { name: '标签损坏' }).click()
  await page.getByLabel('拍一张现场照片').setInputFiles(PICTURE)
  await page.getByText(/已签到/).waitFor()
}

export const failTheLeak = async (page: Page) => {
  await page.getByLabel('消火栓管网压力').fill('0.52')
  await page.getByLabel('稳压泵出口压力').fill('0.42')
  const leak = page.locator('#item-leak')
  await leak.getByText('异常', { exact: true }).click()
  await leak.getByLabel('拍照').setInputFiles(PICTURE)
  await leak.getByRole('img').waitFor()
  await leak.getByRole('textbox').fill('2号泵法兰滴水,约每秒一滴')
  await leak.getByText('转工单').click()
}

/** Makes the stop official. A machine is quick, so it may be asked whether it looked: it says so. */
export const finishStop = async (
  page: Page,
  press = () => page.getByRole('button', { name: '完成这一点' }).click(),
) => {
  const before = page.url()
  await press()
  await page.waitForFunction(
    (url) => location.href !== url || document.querySelector('[role="dialog"]') !== null,
    before,
  )
  if (page.url() !== before) return
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('简单说一句').fill('机器走得快')
  await sheet.getByRole('button', { name: '完成这一点' }).click()
  await page.waitForURL((url) => url.href !== before)
}

/** 「其余正常」, and what failed at the last look, which it leaves to be looked at by itself. */
export const answerTheRest = async (page: Page) => {
  await page.getByRole('button', { name: '其余正常' }).click()
  const open = page.locator('fieldset:has(input[value="normal"]):not(:has(input:checked))')
  for (let left = await open.count(); left > 0; left -= 1)
    await open.first().getByText('正常', { exact: true }).click()
}

/** Every item of the lobby's checklist, normal. */
export const answerTheLobby = async (page: Page) => {
  for (const item of ['lift', 'corridor', 'roof', 'falling'])
    await page.locator(`#item-${item}`).getByText('正常', { exact: true }).click()
  await answerTheRest(page)
}

/** Every item of the pump room's, normal. */
export const answerThePump = async (page: Page) => {
  await page.getByLabel('消火栓管网压力').fill('0.52')
  await page.getByLabel('稳压泵出口压力').fill('0.42')
  await page.locator('#item-cabinet').getByText('正常', { exact: true }).click()
  await answerTheRest(page)
}
