import 'fake-indexeddb/auto'
import { enableAutoUnmount, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import type { StaffId } from '../../../src/domain/id'
import { HOUR } from '../../../src/domain/instant'
import AccountPage from '../../../src/features/accounts/AccountPage.vue'
import { phoneKey } from '../../../src/stores/phone'
import { newId } from '../../support/build/ids'
import { at, PatrolPhone } from '../../support/patrol-phone'

let phone: PatrolPhone
let work: object
const sent: unknown[] = []
let takes: () => readonly [status: number, body: unknown]
enableAutoUnmount(afterEach)

const account = (name: string, role: string) => ({
  ...{ staff: newId<StaffId>(), account: `x-${name}`, name, roles: [role] },
  grants: [{ role, community: phone.estate.community.id, buildings: [] }],
  ...{ closedAt: null as number | null, heardAt: null, sessions: 0 },
})
let leaver: ReturnType<typeof account>
let engineer: ReturnType<typeof account>
let cleaner: ReturnType<typeof account>
const NOTHING = { resolved: 0, rounds: 0, plans: 0, appointments: 0, handovers: 0 }

beforeEach(async () => {
  phone = await PatrolPhone.open(at(9))
  leaver = account('赵强', 'engineer')
  engineer = account('何涛', 'engineer')
  cleaner = account('田兰', 'cleaner')
  sent.length = 0
  const { id: community } = phone.estate.community
  work = {
    groups: [
      {
        ...{ what: 'tickets', community },
        lines: [{ id: newId(), title: '2号泵滴水', dueAt: at(9) + HOUR }],
      },
      { what: 'first', community, lines: [{ id: newId(), title: '', dueAt: null }] },
    ],
    waiting: [],
    told: { ...NOTHING, resolved: 2 },
  }
  takes = () => {
    leaver = { ...leaver, closedAt: at(9) }
    work = { groups: [], waiting: [], told: NOTHING }
    return [200, work]
  }
  vi.stubGlobal('fetch', (address: string, init: RequestInit = {}) => {
    const path = address.replace('/api/v1', '').replace(/\?.*/, '')
    const [status, body] = path.endsWith('/hand-on')
      ? (sent.push(JSON.parse(init.body as string)), takes())
      : path.endsWith('/open-work')
        ? [200, work]
        : path.endsWith('/sessions')
          ? [200, { sessions: [] }]
          : [200, { accounts: [leaver, engineer, cleaner] }]
    return Promise.resolve(new Response(JSON.stringify(body), { status }))
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  phone.close()
})

const open = async () => {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: ['/accounts/:staff', '/:rest(.*)*'].map((each) => ({
      ...{ path: each, component: { template: '<i/>' } },
    })),
  })
  await router.push(`/accounts/${leaver.staff}`)
  const part = mount(AccountPage, {
    global: { plugins: [...phone.plugins, router], provide: { [phoneKey as symbol]: phone.phone } },
    attachTo: document.body,
  })
  await vi.waitFor(() => expect(part.text()).toContain('停用账号'))
  await part
    .findAll('button')
    .find((each) => each.text() === '停用账号')
    ?.trigger('click')
  await vi.waitFor(() => expect(part.text()).toContain('2号泵滴水'))
  return { part, router }
}
const namesOf = (select: Element | undefined) =>
  [...(select?.querySelectorAll('option') ?? [])].map((each) => each.textContent)

describe('[AC9] somebody leaves', () => {
  it('has what is open given to colleagues by name, or left by choice, before the account closes', async () => {
    const { part, router } = await open()
    expect(part.text()).toContain('2 件工单已处理')
    await part.get('form').trigger('submit')
    await vi.waitFor(() => expect(part.text()).toContain('选一位同事,或选「先不交」'))
    expect(sent).toEqual([])
    await vi.waitFor(() => expect(document.activeElement?.tagName).toBe('SELECT'))
    const [tickets, first] = part.findAll('select')
    expect(namesOf(tickets?.element).join()).toContain('田兰')
    // Whoever tells no owners answers to none.
    expect(namesOf(first?.element).join()).not.toContain('田兰')
    await tickets?.setValue(engineer.staff)
    await first?.setValue('later')
    await part.get('form').trigger('submit')
    await vi.waitFor(() => expect(router.currentRoute.value.fullPath).not.toContain('leave'))
    expect(sent).toEqual([
      {
        give: [{ what: 'tickets', community: phone.estate.community.id, to: engineer.staff }],
        ...{ words: '离职交接', close: true },
      },
    ])
    expect(part.text()).toContain('这个账号停用了')
    expect(await phone.database.drafts.count()).toBe(0)
  })

  it('keeps what was chosen where the server could not take it', async () => {
    takes = () => [400, { error: { kind: 'malformed', message: '' } }]
    const { part } = await open()
    for (const select of part.findAll('select')) await select.setValue(engineer.staff)
    await part.get('form').trigger('submit')
    await vi.waitFor(() => expect(part.text()).toContain('有人已经接不了'))
    expect(part.findAll('select').map((each) => each.element.value)).toEqual([
      ...[engineer.staff, engineer.staff],
    ])
  })
})
