// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { computed, createApp, nextTick, ref, shallowRef, type App } from 'vue'
import { machineOf } from '../../src/ui/device-machine'
import { useDeviceList } from '../../src/features/devices/use-device-list'
import type { CompanyId, DeviceId, StaffId } from '../../src/domain/id'
import { DAY, HOUR } from '../../src/domain/instant'
import { useDevices, type Device } from '../../src/stores/devices'
import { phoneKey, type Phone } from '../../src/stores/phone'
import { createSync } from '../../src/sync/create-sync'
import { nameId, newId } from '../support/build/ids'
import { PhoneDisk, syncParts } from '../support/phone-parts'

const NOW = 1_795_000_000_000
const NOTHING = { changes: 0, photos: 0, oldestAt: null }
const deviceOf = (over: Partial<Device>): Device => ({
  ...{ device: newId<DeviceId>(), staff: newId<StaffId>(), heardAt: NOW, registeredAt: NOW - DAY },
  ...{ waiting: NOTHING, app: '1.4.0', schema: 1, name: '', isSignedIn: true, revokedAt: null },
  ...over,
})

let door: (address: string, init: { method: string }) => Promise<Response>
const calls: string[] = []
const say = (status: number, body: unknown) =>
  Promise.resolve(new Response(JSON.stringify(body), { status }))
const apps: App[] = []

beforeEach(() => {
  calls.length = 0
  vi.stubGlobal('fetch', (address: string, init: { method: string }) => {
    calls.push(`${init.method} ${address}`)
    return door(address, init)
  })
})
afterEach(() => {
  for (const app of apps.splice(0)) app.unmount()
  vi.unstubAllGlobals()
})

/** What a page of this phone says, set up as a page is. */
const onPhone = async <Said>(use: () => Said) => {
  const database = await new PhoneDisk().open()
  const staff = newId<StaffId>()
  const wire = { post: () => Promise.resolve({ reached: false as const }) }
  const phone: Phone = {
    person: {
      ...{ staff, name: '管理员', roles: ['administrator'], company: newId<CompanyId>() },
      ...{ companyName: '萌芽物业', scopes: [] },
    },
    ...{ database, sync: createSync(syncParts(database, staff, wire, () => NOW)), nameId },
    ...{ now: () => NOW, newId: () => newId<string>(), tick: ref(NOW) },
  }
  const said: Said[] = []
  const app = createApp({
    setup: () => {
      said.push(use())
      return () => null
    },
  })
  app.provide(phoneKey, phone).mount(document.createElement('div'))
  apps.push(app)
  const [page] = said
  if (page === undefined) throw new Error('The page was not set up.')
  return { page, staff }
}

describe('[DV1] the devices an administrator sees', () => {
  it('are those heard last first, asked for by name of the person who asks', async () => {
    const [old, young] = [deviceOf({ heardAt: NOW - DAY }), deviceOf({})]
    door = () => say(200, { devices: [old, young] })
    const { page, staff } = await onPhone(useDevices)
    await vi.waitFor(() => expect(page.devices.value).toEqual([young, old]))
    expect(page.trouble.value).toBeNull()
    expect(calls).toEqual([`GET /api/v1/devices?staff=${staff}`])
  })

  it.each([
    ['offline', () => Promise.reject(new TypeError('no network'))],
    ['forbidden', () => say(403, {})],
    ['unavailable', () => say(503, {})],
    ['unavailable', () => say(200, { devices: [{ device: 'half' }] })],
  ] as const)('are not here: %s', async (why, answer) => {
    door = answer
    const { page } = await onPhone(useDevices)
    await vi.waitFor(() => expect(page.trouble.value).toBe(why))
    expect(page.devices.value).toBeNull()
  })

  it('[DV5] stand as before where revoking did not reach the server, and anew where it did', async () => {
    let held = deviceOf({})
    door = () => say(200, { devices: [held] })
    const { page } = await onPhone(useDevices)
    await vi.waitFor(() => expect(page.devices.value).toHaveLength(1))
    door = (_address, { method }) =>
      method === 'POST' ? Promise.reject(new TypeError('cut')) : say(200, { devices: [held] })
    expect(await page.setRevoked(held.device, true)).toBe(false)
    expect(page.devices.value).toEqual([held])
    door = (address, { method }) => {
      if (method === 'GET') return say(200, { devices: [held] })
      held = { ...held, revokedAt: address.includes('/revoke?') ? NOW : null }
      return Promise.resolve(new Response(null, { status: 204 }))
    }
    expect(await page.setRevoked(held.device, true)).toBe(true)
    expect(page.devices.value?.[0]?.revokedAt).toBe(NOW)
    expect(await page.setRevoked(held.device, false)).toBe(true)
    expect(page.devices.value?.[0]?.revokedAt).toBeNull()
  })

  it('are found by whose they are and by what they are, and counted by how they stand', async () => {
    const names: Readonly<Record<string, string>> = { li: '李敏', wang: '王强' }
    const devices = shallowRef<readonly Device[]>([
      deviceOf({ staff: 'li', waiting: { changes: 2, photos: 0, oldestAt: NOW - HOUR } }),
      deviceOf({ staff: 'li', heardAt: NOW - 4 * DAY }),
      deviceOf({ staff: 'wang', heardAt: NOW - 9 * DAY, revokedAt: NOW - DAY }),
    ])
    const words = {
      person: ({ staff }: Device) => names[staff] ?? '',
      machine: () => 'Android',
      ...{ heard: () => '', waiting: () => '', waitingLong: () => '', oldest: () => '' },
      ...{ version: ({ app }: Device) => app, state: () => '' },
    }
    const { page } = await onPhone(() =>
      useDeviceList(
        computed(() => devices.value),
        words,
      ),
    )
    const counts = () => (['all', 'waits', 'silent', 'revoked'] as const).map(page.countOf)
    expect(counts()).toEqual([3, 1, 1, 1])
    page.searched.value = ' 李'
    await nextTick()
    expect(counts()).toEqual([2, 1, 1, 0])
    page.searched.value = 'android'
    page.filter.value = 'revoked'
    await nextTick()
    expect(page.shown.value.map(({ staff }) => staff)).toEqual(['wang'])
    devices.value = Array.from({ length: 130 }, () => deviceOf({ staff: 'li' }))
    page.filter.value = 'all'
    await nextTick()
    expect([page.shown.value.length, page.isCut.value]).toEqual([page.most, true])
  })
})

describe('[DV2] what a browser calls itself', () => {
  it.each([
    ['Mozilla/5.0 (Linux; Android 14; 2201123C) Chrome/120.0 Mobile', 'android'],
    ['Mozilla/5.0 (Linux; Android 12; HarmonyOS; NOH-AN00) Chrome/99', 'harmony'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 17_2 like Mac OS X) Safari/604.1', 'iphone'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 17_2) MicroMessenger/8.0.44', 'wechat'],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) Edg/120.0', 'windows'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/605', 'mac'],
    ['Mozilla/5.0 (X11; Linux x86_64) Firefox/121.0', 'linux'],
    ['', 'unknown'],
  ])('%s', (name, machine) => {
    expect(machineOf(name)).toBe(machine)
  })
})
