import 'fake-indexeddb/auto'
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { addDays } from '../../../src/domain/calendar-day'
import type { Role } from '../../../src/domain/role'
import PlanFormPage from '../../../src/features/planning/PlanFormPage.vue'
import PlansPage from '../../../src/features/planning/PlansPage.vue'
import PointFormPage from '../../../src/features/planning/PointFormPage.vue'
import RouteFormPage from '../../../src/features/planning/RouteFormPage.vue'
import { useCheckpointForm } from '../../../src/stores/checkpoint-form'
import { phoneKey } from '../../../src/stores/phone'
import { at, PatrolPhone, TODAY } from '../../support/patrol-phone'

let phone: PatrolPhone
beforeEach(async () => {
  phone = await PatrolPhone.open(at(9))
})
afterEach(() => phone.close())
enableAutoUnmount(afterEach)

const open = async (page: object, props: object = {}, role: Role = 'supervisor') => {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:rest(.*)*', component: { render: () => null } }],
  })
  const person = { ...phone.phone.person, roles: [role] }
  const part = mount(page as never, {
    props: props as never,
    global: {
      plugins: [...phone.plugins, router],
      provide: { [phoneKey as symbol]: { ...phone.phone, person } },
    },
    attachTo: document.body,
  })
  await flushPromises()
  const button = (words: string) => {
    const found = part.findAll('button').find((each) => each.text().includes(words))
    if (!found) throw new Error(`No button says ${words}`)
    return found
  }
  const field = (label: string) => {
    const found = part.findAll('label').find((each) => each.text().startsWith(label))
    return part.get(`#${found?.attributes('for') ?? 'none'}`)
  }
  return { part, button, field, router }
}
const plans = async () => (await phone.database.patrolPlans.toArray()).map(({ record }) => record)
const tomorrow = addDays(TODAY, 1)

it('[PA11] shows what falls on the days ahead, and on whom', async () => {
  const { part } = await open(PlansPage)
  await vi.waitFor(() => expect(part.text()).toContain('往后 30 天'))
  expect(part.findAll('button.day')).toHaveLength(30)
  expect(part.text()).toContain(phone.estate.plan.name)
  expect(part.text()).toContain('管家')
})

it('[PA10] a plan changed goes on anew from tomorrow, and was walked as it was until today', async () => {
  const held = phone.estate.plan
  const { part, button, field } = await open(PlanFormPage, { plan: held.id })
  await vi.waitFor(() => field('这一轮叫'))
  await field('这一轮叫').setValue('新的上午')
  await button('起照这样走').trigger('submit')
  await button('起照这样走').trigger('submit')
  await vi.waitFor(async () => expect(await plans()).toHaveLength(2))
  const [before, next] = (await plans()).sort((a, b) => (a.from < b.from ? -1 : 1))
  expect(before).toEqual({ ...held, until: TODAY })
  expect(next).toMatchObject({ from: tomorrow, until: null, route: held.route })
  expect(next?.slots[0]?.name).toBe('新的上午')
  const [first, second] = await phone.database.outbox.toArray()
  expect(first?.change.group).toBe(second?.change.group)
  part.unmount()
})

it('[PA10] a plan stopped is walked to the end of today, and goes on again where it was no mistake', async () => {
  const { part, button } = await open(PlanFormPage, { plan: phone.estate.plan.id })
  await vi.waitFor(() => button('停用'))
  await button('停用').trigger('click')
  await vi.waitFor(() => expect(part.text()).toContain('为止'))
  expect((await plans())[0]?.until).toBe(TODAY)
  await button('接着用').trigger('click')
  await vi.waitFor(() => button('停用'))
  expect((await plans())[0]?.until).toBeNull()
})

it('says what is missing beside its field, leads there, and keeps what was written', async () => {
  const { part, button, field } = await open(PlanFormPage, { plan: '' })
  await vi.waitFor(() => field('叫什么'))
  await button('开始用').trigger('submit')
  await flushPromises()
  expect(part.text()).toContain('给计划起个名字')
  expect(part.text()).toContain('选一条路线')
  expect(document.activeElement).toBe(field('叫什么').element)
  await field('叫什么').setValue('夜间巡查')
  await field('从哪天起').setValue(TODAY)
  expect(part.text()).toContain('最早从明天开始')
  expect(await plans()).toHaveLength(1)
  await vi.waitFor(async () => {
    const [draft] = await phone.database.drafts.toArray()
    expect(draft?.value).toMatchObject({ name: '夜间巡查', from: TODAY })
  })
  part.unmount()
  const again = await open(PlanFormPage, { plan: '' })
  await vi.waitFor(() => again.field('叫什么'))
  expect((again.field('叫什么').element as HTMLInputElement).value).toBe('夜间巡查')
})

it('is for those who plan', async () => {
  const { part } = await open(PlansPage, {}, 'steward')
  await vi.waitFor(() => expect(part.text()).toContain('计划由主管来排'))
})

it('[PA12] a route has its stops put in another order, and one left out', async () => {
  const held = phone.estate.route
  const { part, button } = await open(RouteFormPage, { route: held.id })
  await vi.waitFor(() => expect(part.findAll('ol li')).toHaveLength(held.stops.length))
  await part.findAll('ol li button')[1]?.trigger('click')
  await button('保存路线').trigger('submit')
  const [a, b, ...rest] = held.stops
  await vi.waitFor(async () =>
    expect((await phone.database.routes.toArray())[0]?.record.stops).toEqual([b, a, ...rest]),
  )
})

it('[PA12] a checkpoint changed keeps its label', async () => {
  const { pump } = phone.estate
  const { button, field } = await open(PointFormPage, { point: pump.id })
  await vi.waitFor(() => field('巡查点名称'))
  await field('巡查点名称').setValue('改了名')
  await button('保存巡查点').trigger('submit')
  await vi.waitFor(async () =>
    expect((await phone.database.checkpoints.get(pump.id))?.record).toEqual({
      ...pump,
      name: '改了名',
    }),
  )
})

it('[PA12] a new checkpoint is set once, with a label of its own', async () => {
  const form = phone.use(() => useCheckpointForm(null))
  await form.draft.load()
  expect([...form.faults.value]).toEqual(['name', 'place', 'form'])
  const { name, place, form: checklist } = form.fields
  name.value = '2 号水泵房'
  place.value = phone.estate.place.id
  await vi.waitFor(() => expect(form.checklists.value).toHaveLength(1))
  checklist.value = form.checklists.value[0]?.form ?? ''
  await Promise.all([form.save(), form.save()])
  await form.save()
  const all = (await phone.database.checkpoints.toArray()).map(({ record }) => record)
  const made = all.filter((each) => each.name === '2 号水泵房')
  expect(made).toHaveLength(1)
  expect(new Set(all.map(({ token }) => token)).size).toBe(all.length)
})
