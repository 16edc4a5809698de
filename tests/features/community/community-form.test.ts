import 'fake-indexeddb/auto'
import { enableAutoUnmount, flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { communityKind, type Community } from '../../../src/domain/community'
import type { Role } from '../../../src/domain/role'
import CommunityForm from '../../../src/features/community/CommunityForm.vue'
import { phoneKey } from '../../../src/stores/phone'
import { newId, nameId } from '../../support/build/ids'
import { at, PatrolPhone } from '../../support/patrol-phone'

let phone: PatrolPhone
beforeEach(async () => {
  phone = await PatrolPhone.open(at(9))
})
afterEach(() => phone.close())
enableAutoUnmount(afterEach)

const open = async (role: Role = 'manager', community: Community = phone.estate.community) => {
  const person = { ...phone.phone.person, roles: [role] }
  const part = mount(CommunityForm, {
    props: { community },
    global: {
      plugins: [...phone.plugins],
      provide: { [phoneKey as symbol]: { ...phone.phone, person } },
    },
    attachTo: document.body,
  })
  await vi.waitFor(() => expect(part.find('form').exists()).toBe(true))
  return part
}
const button = (part: VueWrapper, words: string) =>
  part.findAll('button').find((each) => each.text() === words)
const held = async () =>
  (await phone.database.communities.get(phone.estate.community.id))?.record ?? null

it('[CS1] saves what was changed and nothing else, from what was seen', async () => {
  const part = await open()
  expect(button(part, '没有改动')?.attributes('disabled')).toBeDefined()
  await part.get<HTMLTextAreaElement>('textarea').setValue('有人受伤\n媒体过问\n')
  await part.get('form').trigger('submit')
  await vi.waitFor(async () => expect((await held())?.majorReasons).toHaveLength(2))
  const [item] = await phone.database.outbox.toArray()
  expect(item?.change.act).toMatchObject({
    ...{ act: 'amend', fields: { majorReasons: { seen: null, meant: ['有人受伤', '媒体过问'] } } },
  })
  expect(part.emitted('saved')).toHaveLength(1)
  expect((await held())?.amended?.at(-1)?.was).toEqual({ majorReasons: null })
})

it('[CS1] says at its field what is too long, leads there, and keeps what was typed', async () => {
  const part = await open()
  const area = part.get<HTMLTextAreaElement>('textarea')
  await area.setValue(`有人受伤\n${'长'.repeat(61)}`)
  await part.get('form').trigger('submit')
  await flushPromises()
  expect(part.text()).toContain('第 2 行有 61 字,最多 60 字')
  expect(document.activeElement).toBe(area.element)
  expect(area.element.value).toHaveLength(66)
  expect(await phone.database.outbox.count()).toBe(0)
})

it('[CS2] saves nothing over what somebody changed; what was typed comes back', async () => {
  const part = await open()
  await part.get<HTMLTextAreaElement>('textarea').setValue('我写的')
  const { community } = phone.estate
  const fields = { repeatDays: { seen: null, meant: 30 } }
  const context = { at: 1, by: phone.phone.person.staff, change: newId<never>(), nameId }
  const newer = communityKind.apply(
    community,
    { act: 'amend', fields },
    { ...context, record: community.id },
  )
  if (newer.outcome === 'refused') throw new Error('refused')
  await part.setProps({ community: newer.record })
  expect(part.text()).toContain('您打开以后有人改过了')
  await button(part, '换成最新的')?.trigger('click')
  expect(part.get<HTMLTextAreaElement>('textarea').element.value).not.toContain('我写的')
  await button(part, '换回我填的')?.trigger('click')
  expect(part.get<HTMLTextAreaElement>('textarea').element.value).toBe('我写的')
})

it('[CS1] is read by supervisors and changed by managers', async () => {
  const part = await open('supervisor')
  expect(part.text()).toContain('这里由经理或管理员改')
  expect(part.get('fieldset.all').attributes('disabled')).toBeDefined()
  expect(button(part, '没有改动')).toBeUndefined()
})

it('[LE2] says how a letter begins', async () => {
  const part = await open()
  const template = part.findAll<HTMLTextAreaElement>('textarea').at(-1)
  expect(template?.element.value).toContain('【处理情况】')
  await template?.setValue('尊敬的业主:【处理情况】')
  await part.get('form').trigger('submit')
  await vi.waitFor(async () =>
    expect((await held())?.letterTemplate).toBe('尊敬的业主:【处理情况】'),
  )
})

it('[VI4] says the rule of visits, what it makes a day, and at its line what does not read', async () => {
  const part = await open()
  const fieldOf = (label: string) => {
    const found = part.findAll('label').find((each) => each.text() === label)
    if (!found) throw new Error(`No field ${label}`)
    return part.get(`#${found.attributes('for') ?? ''}`)
  }
  const quiet = fieldOf('静时:这些时间不打电话、不敲门')
  await quiet.setValue('00:00-09:00\n中午')
  await part.get('form').trigger('submit')
  await flushPromises()
  expect(part.text()).toContain('第 2 行看不懂')
  expect(document.activeElement).toBe(quiet.element)
  expect(await phone.database.outbox.count()).toBe(0)
  await quiet.setValue('21:00-24:00\n00:00–9:30')
  await fieldOf('几个月上门一次').setValue('4')
  await part.get('form').trigger('submit')
  await vi.waitFor(async () => expect((await held())?.visiting?.visitMonths).toBe(4))
  expect((await held())?.visiting?.quiet).toEqual([
    { from: 0, until: 570 },
    { from: 1_260, until: 1_440 },
  ])
})
