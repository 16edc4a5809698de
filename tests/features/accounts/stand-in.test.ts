import 'fake-indexeddb/auto'
import { enableAutoUnmount, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import type { StaffId } from '../../../src/domain/id'
import { HOUR } from '../../../src/domain/instant'
import AccountPage from '../../../src/features/accounts/AccountPage.vue'
import MeStandIns from '../../../src/features/me/MeStandIns.vue'
import { phoneKey } from '../../../src/stores/phone'
import { newId } from '../../support/build/ids'
import { at, PatrolPhone } from '../../support/patrol-phone'

let phone: PatrolPhone
let isOnline: boolean
let answers: Record<string, (body: unknown) => readonly [status: number, body: unknown]>
const calls: { readonly call: string; readonly body: unknown }[] = []
enableAutoUnmount(afterEach)

const duty = (role: string, over: object = {}) => ({
  ...{ role, community: phone.estate.community.id, buildings: [] as string[] },
  ...over,
})
const account = (name: string, role: string) => ({
  ...{ staff: newId<StaffId>(), account: `x-${name}`, name, roles: [role], closedAt: null },
  ...{ grants: [duty(role)], heardAt: null, sessions: 0 },
})
type Listed = ReturnType<typeof account>
let sun: Listed
let li: Listed

beforeEach(async () => {
  phone = await PatrolPhone.open(at(9))
  isOnline = true
  sun = account('孙佳', 'cleaner')
  li = account('李敏', 'customerService')
  calls.length = 0
  const path = `/accounts/${sun.staff}`
  answers = {
    'GET /accounts': () => [200, { accounts: [sun, li] }],
    [`GET ${path}/sessions`]: () => [200, { sessions: [] }],
    [`PATCH ${path}`]: (body) => {
      const { give = [], take = [] } = body as { give?: Listed['grants']; take?: Listed['grants'] }
      const left = sun.grants.filter(
        (each) => !take.some((other) => JSON.stringify(other) === JSON.stringify(each)),
      )
      sun = { ...sun, grants: [...left, ...give] }
      return [200, sun]
    },
  }
  vi.stubGlobal('fetch', (address: string, init: RequestInit = {}) => {
    if (!isOnline) return Promise.reject(new TypeError('no network'))
    const call = `${init.method ?? 'GET'} ${address.replace('/api/v1', '').replace(/\?.*/, '')}`
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : null
    calls.push({ call, body })
    const [status, text] = (answers[call] ?? (() => [404, null]))(body)
    return Promise.resolve(new Response(JSON.stringify(text), { status }))
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  phone.close()
})

const open = async (page: object, path = '/me') => {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: ['/accounts/:staff', '/:rest(.*)*'].map((each) => ({
      ...{ path: each, component: { template: '<i/>' } },
    })),
  })
  await router.push(path)
  return mount(page, {
    global: { plugins: [...phone.plugins, router], provide: { [phoneKey as symbol]: phone.phone } },
    attachTo: document.body,
  })
}
const button = (part: VueWrapper, words: string) =>
  part.findAll('button').find((each) => each.text() === words)
const sheet = () => {
  const found = document.querySelector('[role="dialog"] form')
  if (!found) throw new Error('no sheet')
  return found
}
const put = (field: Element | null | undefined, value: string) => {
  Object.assign(field ?? {}, { value })
  field?.dispatchEvent(new Event('input'))
  field?.dispatchEvent(new Event('change'))
}

describe('[AC13] standing in', () => {
  const begin = async () => {
    const part = await open(AccountPage, `/accounts/${sun.staff}`)
    await vi.waitFor(() => expect(part.text()).toContain('没有替谁顶班'))
    await button(part, '安排顶班')?.trigger('click')
    await vi.waitFor(() => expect(sheet().querySelector('select')).not.toBeNull())
    return part
  }

  it('is given for a while with what the colleague does, taken back early, and given again', async () => {
    const part = await begin()
    put(sheet().querySelector('select'), li.staff)
    await vi.waitFor(() => expect(sheet().textContent).toContain('客服'))
    const [, until] = sheet().querySelectorAll('input[type="datetime-local"]')
    put(until, '2099-12-31T18:00')
    sheet().dispatchEvent(new Event('submit'))
    await vi.waitFor(() => expect(part.text()).toContain('替李敏顶班'))
    const [sent] = calls.filter(({ call }) => call.startsWith('PATCH'))
    expect(sent?.body).toMatchObject({
      give: [{ role: 'customerService', standIn: { for: li.staff, from: at(9) } }],
    })
    expect(await phone.database.drafts.count()).toBe(0)
    await button(part, '收回')?.trigger('click')
    await vi.waitFor(() => expect(part.text()).toContain('从现在起不再顶班'))
    expect(sun.grants).toEqual([duty('cleaner')])
    await button(part, '撤销')?.trigger('click')
    await vi.waitFor(() => expect(part.text()).toContain('替李敏顶班'))
  })

  it('says what is missing beside its field and sends nothing', async () => {
    await begin()
    sheet().dispatchEvent(new Event('submit'))
    await vi.waitFor(() => expect(sheet().textContent).toContain('还没选替谁'))
    expect(sheet().textContent).toContain('请填日期和时间')
    await vi.waitFor(() => expect(document.activeElement?.tagName).toBe('SELECT'))
    const [from, until] = sheet().querySelectorAll('input[type="datetime-local"]')
    put(from, '2099-12-31T18:00')
    put(until, '2099-12-31T17:00')
    await vi.waitFor(() => expect(sheet().textContent).toContain('要晚于开始的时间'))
    expect(calls.some(({ call }) => call.startsWith('PATCH'))).toBe(false)
  })

  it('is told on the page of whoever is stood in for', async () => {
    sun.grants.push(
      duty('customerService', {
        standIn: { for: li.staff, from: at(9) + HOUR, until: at(9) + 3 * HOUR },
      }),
    )
    answers[`GET /accounts/${li.staff}/sessions`] = () => [200, { sessions: [] }]
    const part = await open(AccountPage, `/accounts/${li.staff}`)
    await vi.waitFor(() => expect(part.text()).toContain('孙佳替班'))
    expect(part.text()).toMatch(/今天\s10:00\s到\s今天\s12:00/)
  })
})

describe('[AC12] on one’s own page', () => {
  it('is said for whom and until when, also without a network afterwards', async () => {
    const standIn = { for: phone.phone.person.staff, from: at(9) - HOUR, until: at(9) + HOUR }
    answers['GET /session'] = () => [200, { standIns: [duty('engineer', { standIn })] }]
    const part = await open(MeStandIns)
    await vi.waitFor(() => expect(part.text()).toContain('顶班'))
    expect(part.text()).toContain('工程')
    expect(part.text()).toMatch(/到\s今天\s10:00/)
    part.unmount()
    isOnline = false
    const again = await open(MeStandIns)
    await vi.waitFor(() => expect(again.text()).toMatch(/到\s今天\s10:00/))
  })

  it('is not there for whoever stands in for nobody', async () => {
    answers['GET /session'] = () => [200, { standIns: [] }]
    const part = await open(MeStandIns)
    await vi.waitFor(() => expect(calls).toHaveLength(1))
    expect(part.text()).toBe('')
  })
})
