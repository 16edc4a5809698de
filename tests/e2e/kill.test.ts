import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { Ticket } from '../../src/domain/ticket/ticket'
import { DEEDS, KillStory } from '../support/kill-story'
import { MortalBrowser } from '../support/mortal-browser'
import { SecondApp } from '../support/second-app'
import { ServerProcess } from '../support/server-process'
import { WireClient } from '../support/wire-client'

const ROUNDS = Number(process.env['KILL_ROUNDS'] ?? 10)
const SEED = Number(process.env['KILL_SEED'] ?? 20_261_124)

const app = new SecondApp()
const server = new ServerProcess(inject('demonstration'), app.program)
const phone = new MortalBrowser()

beforeAll(() => server.start())
afterAll(async () => {
  await phone.remove()
  await server.remove()
  app.remove()
})

const signIn = async (): Promise<void> => {
  const page = await phone.open(false)
  await page.goto(`${server.address}/`)
  await page.getByLabel('账号').fill('limin')
  await page.getByLabel('密码').fill('mengya-demo')
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('heading', { name: '今日', level: 1 }).waitFor()
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await phone.close()
}

const atTheServer = async (titles: readonly string[]) => {
  const zhou = new WireClient(server.address)
  await zhou.signIn('zhoujie')
  const tickets = await zhou.records<Ticket>('Ticket')
  const ours = tickets.filter(({ title }) => titles.includes(title))
  const shots = ours.flatMap(({ photos }) => photos.map(({ sha256 }) => sha256))
  const staff = zhou.session?.staff.id ?? ''
  const missing: string[] = []
  for (const sha256 of shots) {
    const answer = await zhou.call(`/photos/${sha256}?staff=${staff}`, { method: 'HEAD' })
    if (answer.status !== 200) missing.push(sha256)
  }
  return { titles: ours.map(({ title }) => title).sort(), missing }
}

describe('a browser killed while it saves, takes photos, sends, is typed in and changes over', () => {
  it(
    'loses nothing that it showed as saved, and nothing typed but the last half second',
    { timeout: ROUNDS * 60_000 + 240_000 },
    async () => {
      await signIn()
      const story = new KillStory(phone, server.address, app, SEED)
      for (let round = 0; round < ROUNDS; round += 1) {
        const deed = DEEDS[round % DEEDS.length]
        if (deed) await story.round(deed)
        if (ROUNDS > 20) process.stdout.write(`${round + 1}/${ROUNDS} ${deed ?? ''}\n`)
      }
      expect(story.faults).toEqual([])
      expect(story.saved.length).toBeGreaterThan(ROUNDS / 3)

      const page = await phone.open(false)
      await page.goto(`${server.address}/today`)
      const line = page.getByRole('status').first()
      const patience = { timeout: 60_000, interval: 250 }
      await expect.poll(() => line.textContent(), patience).toContain('全部已上传')
      await phone.kill()
      const { titles, missing } = await atTheServer(story.saved)
      expect(titles).toEqual([...story.saved].sort())
      expect(missing).toEqual([])
    },
  )
})
