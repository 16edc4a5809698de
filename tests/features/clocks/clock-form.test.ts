import 'fake-indexeddb/auto'
import { enableAutoUnmount, flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import ClockForm from '../../../src/features/clocks/ClockForm.vue'
import type { Community } from '../../../src/domain/community'
import { phoneKey } from '../../../src/stores/phone'
import { at, PatrolPhone } from '../../support/patrol-phone'

let phone: PatrolPhone
beforeEach(async () => {
  phone = await PatrolPhone.open(at(9))
})
afterEach(() => phone.close())
enableAutoUnmount(afterEach)

const open = async (community: Community = phone.estate.community) => {
  const manager = { ...phone.phone.person, roles: ['manager' as const] }
  const part = mount(ClockForm, {
    props: { community },
    global: {
      plugins: [...phone.plugins],
      provide: { [phoneKey as symbol]: { ...phone.phone, person: manager } },
    },
    attachTo: document.body,
  })
  await vi.waitFor(() => expect(part.find('form').exists()).toBe(true))
  return part
}
const button = (part: VueWrapper, words: string) =>
  part.findAll('button').find((each) => each.text() === words)
const area = (part: VueWrapper) => part.get<HTMLTextAreaElement>('textarea')
const submit = async (part: VueWrapper) => {
  await part.get('form').trigger('submit')
  await flushPromises()
}

it('leads to the figure that does not read, and says what would', async () => {
  const part = await open()
  const figure = part.get<HTMLInputElement>('input[inputmode="decimal"]')
  await figure.setValue('0')
  await submit(part)
  expect(document.activeElement).toBe(figure.element)
  expect(part.text()).toMatch(/请填 1 到 86400 之间的数/)
})

it('says at the weekdays that one is missing, and leads there', async () => {
  const part = await open()
  for (const day of part.findAll<HTMLInputElement>('input[type=checkbox]'))
    if (day.element.checked) await day.trigger('change')
  await submit(part)
  const group = document.activeElement?.closest('fieldset')
  expect(group?.querySelector('[role=alert]')?.textContent).toBe('请至少选一天')
  const words = group?.getAttribute('aria-describedby') ?? ''
  expect(document.getElementById(words)?.textContent).toBe('请至少选一天')
})

it('[CK13] puts the holidays below what stands there, also where that does not read', async () => {
  const part = await open()
  await area(part).setValue('中秋')
  await button(part, '填入 2026 年国务院公布的放假安排')?.trigger('click')
  expect(area(part).element.value).toMatch(/^中秋\n2026-01-01 至 2026-01-03\n/)
  expect(button(part, '填入 2026 年国务院公布的放假安排')).toBeUndefined()
})

it('[CK5] saves nothing over what somebody changed; what was typed comes back', async () => {
  const part = await open()
  await area(part).setValue('10月1日')
  const { community } = phone.estate
  const { deadlines } = community
  await part.setProps({
    community: { ...community, deadlines: { ...deadlines, version: deadlines.version + 1 } },
  })
  expect(part.text()).toContain('您打开以后有人改过了')
  expect(button(part, '保存')?.attributes('disabled')).toBeDefined()
  await button(part, '换成最新的')?.trigger('click')
  expect(area(part).element.value).toBe('')
  await button(part, '换回我填的')?.trigger('click')
  expect(area(part).element.value).toBe('10月1日')
  expect(button(part, '保存')?.attributes('disabled')).toBeUndefined()
})
