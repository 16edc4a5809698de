import 'fake-indexeddb/auto'
import { enableAutoUnmount, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import type { StaffId } from '../../../src/domain/id'
import type { Place, PlaceId } from '../../../src/domain/place'
import AccountEditPage from '../../../src/features/accounts/AccountEditPage.vue'
import AccountPage from '../../../src/features/accounts/AccountPage.vue'
import AccountsPage from '../../../src/features/accounts/AccountsPage.vue'
import { phoneKey } from '../../../src/stores/phone'
import { newId } from '../../support/build/ids'
import { at, PatrolPhone } from '../../support/patrol-phone'

let phone: PatrolPhone
let building: Place
let answers: Record<string, (body: unknown) => readonly [status: number, body: unknown] | null>
const calls: { readonly call: string; readonly body: unknown }[] = []
enableAutoUnmount(afterEach)

const account = (name: string, over: object = {}) => ({
  ...{ staff: newId<StaffId>(), account: `x-${name}`, name, roles: ['cleaner'], closedAt: null },
  grants: [{ role: 'cleaner', community: phone.estate.community.id, buildings: [] }],
  ...{ heardAt: null, sessions: 0, ...over },
})
let listed: ReturnType<typeof account>[]

beforeEach(async () => {
  phone = await PatrolPhone.open(at(9))
  const { community } = phone.estate
  const base = (label: string, within: PlaceId | null, order: number) => ({
    ...{ id: newId<PlaceId>(), community: community.id, within, label, order },
  })
  building = { ...base('7栋', null, 7), kind: 'building' }
  const unit: Place = {
    ...base('101', building.id, 1),
    ...{ kind: 'unit', level: 1, door: '101', occupancy: 'owner' },
  }
  for (const record of [building, unit])
    await phone.database.places.put({
      ...{ id: record.id, scope: `community:${community.id}`, revision: 1, schema: 3, record },
    } as never)
  listed = [account('李敏'), account('赵强', { closedAt: 5 })]
  calls.length = 0
  answers = { 'GET /accounts': () => [200, { accounts: listed }] }
  vi.stubGlobal('fetch', (address: string, init: RequestInit = {}) => {
    const path = address.replace('/api/v1', '').replace(/\?.*/, '')
    const call = `${init.method ?? 'GET'} ${path}`
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : null
    calls.push({ call, body })
    const said = (answers[call] ?? (() => [404, null]))(body)
    if (!said) return Promise.reject(new TypeError('no network'))
    const [status, text] = said
    return Promise.resolve(new Response(status === 204 ? null : JSON.stringify(text), { status }))
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  phone.close()
})

const open = async (page: object, path: string) => {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: ['/accounts', '/accounts/form', '/accounts/:staff', '/:rest(.*)*'].map((each) => ({
      ...{ path: each, component: { template: '<i/>' } },
    })),
  })
  await router.push(path)
  const part = mount(page, {
    global: { plugins: [...phone.plugins, router], provide: { [phoneKey as symbol]: phone.phone } },
    attachTo: document.body,
  })
  return { part, router }
}
const button = (part: VueWrapper, words: string) =>
  part.findAll('button').find((each) => each.text() === words)
const touch = async (words: string) => {
  const found = [...document.querySelectorAll('button')].find(
    (each) => each.textContent?.trim() === words,
  )
  found?.click()
  await Promise.resolve()
}

describe('[AC1] the list', () => {
  it('finds by initials, shows who is closed only where asked, and names buildings without a steward', async () => {
    const { part } = await open(AccountsPage, '/accounts')
    await vi.waitFor(() => expect(part.text()).toContain('李敏'))
    expect(part.text()).not.toContain('赵强')
    await vi.waitFor(() => expect(part.text()).toContain('7栋没有管家'))
    await part.get('input').setValue('zq')
    expect(part.text()).not.toContain('李敏')
    await button(part, '已停用 1')?.trigger('click')
    await vi.waitFor(() => expect(part.text()).toContain('赵强'))
  })

  it('says without a network that accounts need one, and comes back', async () => {
    answers = {}
    answers['GET /accounts'] = () => null
    const { part } = await open(AccountsPage, '/accounts')
    await vi.waitFor(() => expect(part.text()).toContain('要联网才能看、才能改'))
    answers['GET /accounts'] = () => [200, { accounts: listed }]
    await button(part, '再试一次')?.trigger('click')
    await vi.waitFor(() => expect(part.text()).toContain('李敏'))
  })

  it('is the administrator’s', async () => {
    answers['GET /accounts'] = () => [403, { error: { kind: 'forbidden', message: '' } }]
    const { part } = await open(AccountsPage, '/accounts')
    await vi.waitFor(() => expect(part.text()).toContain('这一页只给管理员看'))
  })
})

describe('[AC2] a new account', () => {
  const fill = async (part: VueWrapper) => {
    await vi.waitFor(() => expect(part.findAll('input')).toHaveLength(2))
    const [name, login] = part.findAll('input')
    await name?.setValue('何静')
    await login?.setValue('hejing')
  }
  const addSteward = async (part: VueWrapper) => {
    await button(part, '加一个岗位')?.trigger('click')
    await vi.waitFor(() => expect(document.querySelector('select')).not.toBeNull())
    const role = document.querySelector('select')
    if (!role) throw new Error('no role')
    role.value = 'steward'
    role.dispatchEvent(new Event('change'))
    await vi.waitFor(() => expect(document.body.textContent).toContain('还没有管家的:7栋'))
    await touch('全部')
    await touch('好了')
  }

  it('says at each field what is missing and leads to the first', async () => {
    const { part } = await open(AccountEditPage, '/accounts/form')
    await vi.waitFor(() => expect(part.find('form').exists()).toBe(true))
    await part.get('form').trigger('submit')
    await vi.waitFor(() => expect(part.text()).toContain('至少要有一个岗位'))
    expect(document.activeElement).toBe(part.findAll('input')[0]?.element)
    expect(calls.some(({ call }) => call.startsWith('POST'))).toBe(false)
  })

  it('is opened once however often it is tapped; a name that is taken is said at its field', async () => {
    const { part, router } = await open(AccountEditPage, '/accounts/form')
    await fill(part)
    await addSteward(part)
    answers['POST /accounts'] = () => [400, { error: { kind: 'malformed', message: '' } }]
    await part.get('form').trigger('submit')
    await vi.waitFor(() => expect(part.text()).toContain('这个账号名有人用了'))
    answers['POST /accounts'] = (body) => [
      201,
      { ...account('何静'), ...(body as object), password: 'k7m2pqx4rtbn' },
    ]
    void part.get('form').trigger('submit')
    await part.get('form').trigger('submit')
    await vi.waitFor(() =>
      expect(router.currentRoute.value.path).toMatch(/^\/accounts\/[0-9a-f-]+$/),
    )
    const opened = calls.filter(({ call }) => call === 'POST /accounts')
    expect(opened).toHaveLength(2)
    expect(opened[1]?.body).toMatchObject({
      ...{ name: '何静', account: 'hejing' },
      grants: [{ role: 'steward', buildings: [building.id] }],
    })
    expect(await phone.database.drafts.count()).toBe(0)
  })

  it('whose answer was lost is found by its person, not opened twice; what was typed stays', async () => {
    const { part, router } = await open(AccountEditPage, '/accounts/form')
    await fill(part)
    await addSteward(part)
    answers['POST /accounts'] = (body) => {
      listed = [...listed, account('何静', { staff: (body as { staff: StaffId }).staff })]
      return null
    }
    await part.get('form').trigger('submit')
    await vi.waitFor(() => expect(part.text()).toContain('没连上服务器,什么都没改'))
    expect(part.findAll('input')[0]?.element.value).toBe('何静')
    answers['POST /accounts'] = () => [400, { error: { kind: 'malformed', message: '' } }]
    await part.get('form').trigger('submit')
    await vi.waitFor(() =>
      expect(router.currentRoute.value.path).toBe(`/accounts/${listed[2]?.staff ?? ''}`),
    )
  })
})

describe('[AC5] a one-time password', () => {
  it('is shown once on the page of its person, and gone when it is left', async () => {
    const [who] = listed
    const path = `/accounts/${who?.staff ?? ''}`
    answers[`GET ${path}/sessions`] = () => [200, { sessions: [] }]
    answers[`POST ${path}/password`] = () => [200, { password: 'k7m2pqx4rtbn' }]
    const { part } = await open(AccountPage, path)
    await vi.waitFor(() => expect(part.text()).toContain('x-李敏'))
    await touch('重设密码')
    await vi.waitFor(() => expect(document.body.textContent).toContain('给李敏重设密码?'))
    const dialog = document.querySelector('[role="alertdialog"]')
    const act = [...(dialog?.querySelectorAll('button') ?? [])].find(
      (each) => each.textContent?.trim() === '重设密码',
    )
    act?.click()
    await vi.waitFor(() => expect(part.text()).toContain('k7m2pqx4rtbn'))
    await button(part, '记下了')?.trigger('click')
    expect(part.text()).not.toContain('k7m2pqx4rtbn')
  })
})
