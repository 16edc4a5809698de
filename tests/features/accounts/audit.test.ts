import 'fake-indexeddb/auto'
import { enableAutoUnmount, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import type { StaffId } from '../../../src/domain/id'
import AuditPage from '../../../src/features/accounts/AuditPage.vue'
import { phoneKey } from '../../../src/stores/phone'
import { newId } from '../../support/build/ids'
import { at, PatrolPhone } from '../../support/patrol-phone'

let phone: PatrolPhone
let answer: (asked: URLSearchParams) => readonly [status: number, body: unknown] | null
const asked: URLSearchParams[] = []
enableAutoUnmount(afterEach)

const line = (over: object) => ({
  ...{ id: newId(), at: at(8), by: phone.phone.person.staff, sort: 'account', deed: 'close' },
  ...{
    staff: newId<StaffId>(),
    people: null,
    building: null,
    why: '',
    given: [],
    taken: [],
    ...over,
  },
})

beforeEach(async () => {
  phone = await PatrolPhone.open(at(9))
  asked.length = 0
  answer = () => [200, { lines: [line({})], before: null, total: 1 }]
  vi.stubGlobal('fetch', (address: string) => {
    const query = new URLSearchParams(address.split('?')[1])
    asked.push(query)
    const said = answer(query)
    if (!said) return Promise.reject(new TypeError('no network'))
    return Promise.resolve(new Response(JSON.stringify(said[1]), { status: said[0] }))
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  phone.close()
})

const open = async (path = '/audit') => {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:rest(.*)*', component: { template: '<i/>' } }],
  })
  await router.push(path)
  return mount(AuditPage, {
    global: { plugins: [...phone.plugins, router], provide: { [phoneKey as symbol]: phone.phone } },
    attachTo: document.body,
  })
}

describe('[AC15] the page of who saw and changed what', () => {
  it('says each deed in words, and goes on where the page before ended', async () => {
    answer = (query) =>
      query.has('before')
        ? [
            200,
            {
              lines: [line({ sort: 'erased', deed: 'erase', staff: null, why: 'asked' })],
              before: null,
              total: null,
            },
          ]
        : [200, { lines: [line({})], before: `${at(8)}_${newId()}`, total: 2 }]
    const part = await open()
    await vi.waitFor(() => expect(part.text()).toContain('停用了账号'))
    expect(part.text()).toMatch(/2\s条/)
    const more = part.findAll('button').find((each) => each.text() === '再看 50 条')
    await more?.trigger('click')
    await vi.waitFor(() => expect(part.text()).toContain('永久删除了资料'))
    expect(part.text()).toContain('业主要求')
    expect(part.text()).toContain('停用了账号')
    expect(part.text()).not.toContain('再看 50 条')
  })

  it('asks for the person it was opened for, the sort touched and the days named', async () => {
    const by = newId<StaffId>()
    const part = await open(`/audit?by=${by}`)
    await vi.waitFor(() => expect(asked[0]?.get('by')).toBe(by))
    const chip = part.findAll('button').find((each) => each.text() === '看过')
    await vi.waitFor(() => expect(part.text()).toContain('看过'))
    await (chip ?? part.findAll('button').find((each) => each.text() === '看过'))?.trigger('click')
    await vi.waitFor(() => expect(asked.at(-1)?.get('sort')).toBe('seen'))
    await part.findAll('input[type="date"]')[1]?.setValue('2026-11-02')
    await vi.waitFor(() =>
      expect(Number(asked.at(-1)?.get('until'))).toBe(Date.parse('2026-11-03T00:00+08:00')),
    )
  })

  it('without a network says that it needs one; what was read stays', async () => {
    const part = await open()
    await vi.waitFor(() => expect(part.text()).toContain('停用了账号'))
    answer = () => null
    await part
      .findAll('button')
      .find((each) => each.text() === '改过')
      ?.trigger('click')
    await vi.waitFor(() => expect(part.text()).toContain('现在连不上'))
    expect(part.text()).toContain('停用了账号')
  })

  it('is the administrator’s', async () => {
    answer = () => [403, { error: { kind: 'forbidden', message: '' } }]
    const part = await open()
    await vi.waitFor(() => expect(part.text()).toContain('这一页只给管理员看'))
  })
})
