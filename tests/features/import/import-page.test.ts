import 'fake-indexeddb/auto'
import { enableAutoUnmount, mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import type { Role } from '../../../src/domain/role'
import type { ImportTable } from '../../../src/domain/import/table'
import { ok } from '../../../src/domain/result'
import { homesScope } from '../../../src/domain/scope'
import { allFiles } from '../../../src/storage/owner-files'
import ImportPage from '../../../src/features/import/ImportPage.vue'
import { useImport } from '../../../src/stores/import'
import { phoneKey, type Phone } from '../../../src/stores/phone'
import { PatrolPhone } from '../../support/patrol-phone'

let phone: PatrolPhone
let person: Phone

beforeEach(async () => {
  phone = await PatrolPhone.open()
  const scopes = [homesScope(phone.estate.place.id)]
  const roles: readonly Role[] = ['manager']
  person = { ...phone.phone, person: { ...phone.phone.person, roles, scopes } }
})
afterEach(() => phone.close())
enableAutoUnmount(afterEach)

const TABLE: ImportTable = {
  ...{ name: '房屋', merges: [] },
  rows: [
    ['楼栋', '单元', '房号', '姓名', '电话'],
    ['3', '1', '501', '张三', '13800001111'],
    ['3', '1', '502', '李四', '138'],
    ['9', '1', '101', '王五', '13800003333'],
  ],
}

const open = async () => {
  const routes = ['/', '/me', '/homes'].map((path) => ({ path, component: { template: '<p />' } }))
  const router = createRouter({ history: createMemoryHistory(), routes })
  const part = mount(ImportPage, {
    global: { plugins: [...phone.plugins, router], provide: { [phoneKey as symbol]: person } },
    attachTo: document.body,
  })
  await vi.waitFor(() => expect(part.text()).toMatch(/选择文件|看一遍每一行|改列/))
  return part
}
const press = async (part: Awaited<ReturnType<typeof open>>, words: RegExp) => {
  const button = part.findAll('button').find((each) => words.test(each.text()))
  if (!button) throw new Error(`No button says ${String(words)}: ${part.text()}`)
  await button.trigger('click')
}
const begin = async () => {
  const part = await open()
  const read = () => Promise.resolve(ok({ tables: [TABLE], hasFormulas: false }))
  await useImport().open(new File([], '台账.xlsx'), read)
  await vi.waitFor(() => expect(part.text()).toContain('每一列是什么'))
  await press(part, /看一遍每一行/)
  await vi.waitFor(() => expect(part.text()).toContain('有问题 2'))
  return part
}
const names = async () => (await allFiles(phone.database)).map(({ name }) => name).sort()

it('[IM10] [IM11] says what is wrong at its cell, and takes in only the others', async () => {
  const part = await begin()
  expect(part.text()).toContain('文件里有 1 栋小区里没有的楼')
  await press(part, /录入 1 户、1 人/)
  await vi.waitFor(() => expect(part.text()).toContain('录入好了'), 5_000)
  expect(await names()).toEqual(['张三'])
  const items = await phone.database.outbox.toArray()
  expect(new Set(items.map(({ change }) => change.importId)).size).toBe(1)
  expect(items.every(({ change }) => change.group)).toBe(true)
})

it('[IM16] goes on where it was, with what was put right, and doubles nothing', async () => {
  const first = await begin()
  await press(first, /录入 1 户、1 人/)
  await vi.waitFor(() => expect(first.text()).toContain('录入好了'), 5_000)
  await useImport().edit(3, 4, '13800002222')
  first.unmount()
  const again = await open()
  await press(again, /看一遍每一行/)
  await vi.waitFor(() => expect(again.text()).toContain('已有 1'))
  await press(again, /录入 1 户、1 人/)
  await vi.waitFor(() => expect(again.text()).toContain('录入好了'), 5_000)
  expect(await names()).toEqual(['张三', '李四'])
})

it('[IM17] is undone whole, and says so', async () => {
  const part = await begin()
  await press(part, /录入 1 户、1 人/)
  await vi.waitFor(() => expect(part.text()).toContain('录入好了'), 5_000)
  await press(part, /撤回这次导入/)
  await vi.waitFor(() => expect(part.text()).toContain('已撤回,没有留下的'), 5_000)
  expect(await names()).toEqual([])
  const places = (await phone.database.places.toArray()).map(({ record }) => record)
  expect(places.filter(({ withdrawn }) => !withdrawn).map(({ label }) => label)).toEqual(['3栋'])
})

it('[IM13] is for those who keep the estate', async () => {
  person = { ...person, person: { ...person.person, roles: ['steward'] } }
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/', component: {} }],
  })
  const part = mount(ImportPage, {
    global: { plugins: [...phone.plugins, router], provide: { [phoneKey as symbol]: person } },
  })
  await vi.waitFor(() => expect(part.text()).toContain('导入由管理员或经理来做'))
})

it('[IM17] what was undone can be taken in anew', async () => {
  const part = await begin()
  for (const _ of [1, 2]) {
    await press(part, /录入 1 户、1 人/)
    await vi.waitFor(() => expect(part.text()).toContain('录入好了'), 5_000)
    await press(part, /撤回这次导入/)
    await vi.waitFor(() => expect(part.text()).toContain('已撤回,没有留下的'), 5_000)
    await press(part, /看一遍每一行/)
  }
  expect(await names()).toEqual([])
})
