import type { Browser } from 'playwright'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { Checkpoint } from '../../src/domain/checkpoint'
import { violations } from '../support/axe'
import { codeReaderHere, DESK, openBrowser, openContext, PHONE, signInAt } from '../support/browser'
import { writeQrVideo } from '../support/qr-video'
import { ServerProcess } from '../support/server-process'
import { openStop, planRound, PUMP } from '../support/walk'
import { WireClient } from '../support/wire-client'

const GATE = { latitude: 31.2304, longitude: 121.4737 }

let server: ServerProcess
let browser: Browser
let folder: string
let pump: Checkpoint

/** Somebody wrote down where the pump room is. */
const locatePump = async () => {
  const manager = new WireClient(server.address)
  await manager.signIn('chenli')
  const checkpoint = { ...pump, position: { ...GATE, within: 30 } }
  const { outcomes } = await manager.sync([
    { kind: 'Checkpoint', record: pump.id, act: { act: 'amend', checkpoint } },
  ])
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(['accepted'])
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mengya-e2e-'))
  server = await new ServerProcess(inject('demonstration')).start()
  pump = await planRound(server.address)
  await locatePump()
  const camera = join(folder, 'label.y4m')
  writeQrVideo(camera, `${server.address}/c/${pump.token}`)
  browser = await openBrowser(camera)
})

afterAll(async () => {
  await browser.close()
  await server.remove()
  rmSync(folder, { recursive: true, force: true })
})

describe('a label that was copied', () => {
  it('is withdrawn at the desk; scanned, it says so, and the position is a way in', async () => {
    const desk = await openContext(browser, DESK)
    const wide = await signInAt(desk, server.address, 'zhoujie')
    await wide.goto(`${server.address}/patrol/labels/${pump.id}`)
    await wide.getByRole('img', { name: `${PUMP}的二维码` }).waitFor()
    await wide.getByRole('button', { name: '被人拍走了' }).click()
    await wide.getByRole('button', { name: '作废旧码,换新码' }).click()
    await wide.getByText('新码已生效').waitFor()
    expect(await violations(wide)).toEqual([])
    const manager = new WireClient(server.address)
    await manager.signIn('chenli')
    const tokenThere = async () =>
      (await manager.records<Checkpoint>('Checkpoint')).find(({ id }) => id === pump.id)?.token
    await expect.poll(tokenThere, { timeout: 60_000, interval: 200 }).not.toBe(pump.token)

    const phone = await openContext(browser, PHONE)
    await phone.grantPermissions(['geolocation'])
    await phone.setGeolocation({ ...GATE, latitude: GATE.latitude + 0.018, accuracy: 20 })
    const page = await signInAt(phone, server.address, 'limin')
    await codeReaderHere(page)
    await phone.setOffline(true)
    await openStop(page, server.address, PUMP)
    await page.getByText(/这张码已在.*作废/).waitFor()
    expect(await page.getByText(/已签到/).count()).toBe(0)
    // The phone may be asked where it is, so it was: two kilometres away, it thinks.
    await page.getByText('离点位约 2.0 公里(精度 ±20 米)').waitFor()
    await page.getByText('多半是定位不准').waitFor()
    expect(await violations(page)).toEqual([])
    await phone.setGeolocation({ ...GATE, latitude: GATE.latitude + 0.0001, accuracy: 8 })
    await page.getByRole('button', { name: '重新定位' }).click()
    await page.getByText('离点位约 11 米(精度 ±8 米)').waitFor()
    await page.getByRole('button', { name: '在这里签到' }).click()
    await page.getByText(/已签到/).waitFor()
    await phone.close()
    await desk.close()
  })
})
