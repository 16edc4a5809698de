import 'fake-indexeddb/auto'
import { enableAutoUnmount, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import type { PromiseAct } from '../../../src/domain/promise/act'
import PromisesPage from '../../../src/features/promise/PromisesPage.vue'
import RatesPage from '../../../src/features/promise/RatesPage.vue'
import { saveActs } from '../../../src/storage/save-acts'
import { phoneKey } from '../../../src/stores/phone'
import { newId } from '../../support/build/ids'
import { makePromise } from '../../support/build/promise'
import { author } from '../../support/phone-parts'
import { at, PatrolPhone } from '../../support/patrol-phone'

let phone: PatrolPhone
beforeEach(async () => {
  phone = await PatrolPhone.open(at(9))
})
afterEach(() => phone.close())
enableAutoUnmount(afterEach)

const promise = async (words: string, dueAt: number, ...then: readonly PromiseAct[]) => {
  const id = newId<string>()
  const { community, place } = phone.estate
  const over = { community: community.id, home: place.id, words }
  const made = { kind: 'OwnerPromise' as const, record: id, act: makePromise(dueAt, over) }
  const { staff } = phone.phone.person
  await saveActs(phone.database, [made], author(staff, at(7)))
  const acts = then.map((act) => ({ kind: 'OwnerPromise' as const, record: id, act }))
  if (acts.length > 0) await saveActs(phone.database, acts, author(staff, at(8, 30)))
}
const show = (page: object, props: object) =>
  mount(page, {
    props,
    global: {
      plugins: [
        ...phone.plugins,
        createRouter({
          history: createMemoryHistory(),
          routes: [{ path: '/:rest(.*)*', component: { template: '<p />' } }],
        }),
      ],
      provide: { [phoneKey as symbol]: phone.phone },
    },
    attachTo: document.body,
  })

describe('the page of promises', () => {
  it('says so where nothing is owed', async () => {
    const page = show(PromisesPage, { promise: '' })
    await vi.waitFor(() => expect(page.text()).toContain('没有欠着业主的事'))
    expect(page.findAll('button').map((each) => each.text())).toContain('记一个承诺')
  })

  it('[PR7] says how many are open and how many past their time, and counts each sort', async () => {
    await promise('带师傅看渗水', at(18))
    await promise('送门禁卡', at(8, 40))
    await promise('回个电话', at(8, 50), { act: 'keep', words: '打过了' })
    const page = show(PromisesPage, { promise: '' })
    await vi.waitFor(() => expect(page.text()).toMatch(/还有\s2\s个承诺没兑现,其中\s1\s个已经过期/))
    expect(page.text()).toMatch(/我的\s2/)
    expect(page.text()).toMatch(/过期没兑现\s1/)
  })

  it('[PR10] shows the sums beside the rate', async () => {
    await promise('回个电话', at(8, 50), { act: 'keep', words: '打过了' })
    await promise('送门禁卡', at(8, 40), { act: 'break', words: '厂家没有卡了' })
    await promise('看路灯', at(8, 10), { act: 'keep', words: '看过了' })
    const page = show(RatesPage, {})
    await vi.waitFor(() =>
      expect(page.text()).toMatch(/到期\s3\s个:按时\s1,晚了\s1,没做到\s1,过期没兑现\s0/),
    )
    expect(page.text()).toContain('厂家没有卡了')
  })
})
