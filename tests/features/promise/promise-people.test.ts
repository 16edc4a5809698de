import 'fake-indexeddb/auto'
import { enableAutoUnmount, mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import PromiseDetail from '../../../src/features/promise/PromiseDetail.vue'
import type { CallerId } from '../../../src/domain/caller'
import type { StaffId } from '../../../src/domain/id'
import { homesScope, type Scope } from '../../../src/domain/scope'
import { usePromiseColleagues } from '../../../src/features/promise/use-promise-colleagues'
import type { PromiseActOf } from '../../../src/domain/promise/act'
import { saveActs } from '../../../src/storage/save-acts'
import { phoneKey } from '../../../src/stores/phone'
import { newId } from '../../support/build/ids'
import { makePromise, promiseOf } from '../../support/build/promise'
import { author } from '../../support/phone-parts'
import { at, PatrolPhone } from '../../support/patrol-phone'

let phone: PatrolPhone
beforeEach(async () => {
  phone = await PatrolPhone.open(at(9))
})
afterEach(() => phone.close())
enableAutoUnmount(afterEach)

const WORDS = '周五前请师傅来看'
const show = async (over: Partial<PromiseActOf<'make'>>) => {
  const { community, place } = phone.estate
  const id = newId<string>()
  const made = { community: community.id, home: place.id, words: WORDS, ...over }
  await saveActs(
    phone.database,
    [{ kind: 'OwnerPromise', record: id, act: makePromise(at(12), made) }],
    author(phone.phone.person.staff, at(9)),
  )
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:rest(.*)*', component: { template: '<p />' } }],
  })
  const part = mount(PromiseDetail, {
    props: { promise: id },
    global: {
      plugins: [...phone.plugins, router],
      provide: { [phoneKey as symbol]: phone.phone },
    },
    attachTo: document.body,
  })
  await vi.waitFor(() => expect(part.text()).toContain(WORDS))
  return part
}

it('[PR1] says to which home it was promised', async () => {
  const part = await show({})
  expect(part.text()).toContain('答应了哪一户')
  expect(part.get('h1').text()).toBe('承诺')
})

it('[PR1] with a caller, names them, and calls the home what it is about', async () => {
  const caller = newId<CallerId>()
  const { id: community } = phone.estate.community
  const said = {
    ticket: newId<never>(),
    name: '陈晓明',
    phone: '13800006021',
    words: '',
    saidAt: 1,
  }
  const act = { act: 'note' as const, caller: { id: caller, community, ...said } }
  await saveActs(
    phone.database,
    [{ kind: 'Caller', record: caller, act }],
    author(phone.phone.person.staff, at(9)),
  )
  const part = await show({ caller })
  await vi.waitFor(() => expect(part.text()).toContain('答应了来电人 陈**'))
  expect(part.text()).toContain('关于哪一户')
  expect(part.text()).not.toContain('答应了哪一户')
})

it('[PR8] only whoever is given to see it is offered as the one to take it over', async () => {
  const { community, place } = phone.estate
  const [sees, doesNot, unknown] = [newId<StaffId>(), newId<StaffId>(), newId<StaffId>()]
  const steward = (id: StaffId, name: string, scopes?: readonly Scope[]) => ({
    ...{ kind: 'Staff' as const, record: id },
    act: {
      act: 'enrol' as const,
      staff: { id, name, roles: ['steward' as const], active: true, ...(scopes && { scopes }) },
    },
  })
  await saveActs(
    phone.database,
    [
      steward(sees, '看得到', [homesScope(place.id)]),
      steward(doesNot, '看不到', [homesScope(newId())]),
      steward(unknown, '没说过'),
    ],
    author(phone.phone.person.staff, at(9)),
  )
  const names = phone.use(() =>
    usePromiseColleagues(() =>
      promiseOf(phone.phone.person.staff, at(12), { community: community.id, building: place.id }),
    ),
  )
  await vi.waitFor(() => {
    const offered = names.value.map(({ value }) => value)
    expect(offered).toContain(sees)
    expect(offered).toContain(unknown)
    expect(offered).not.toContain(doesNot)
  })
})
