import 'fake-indexeddb/auto'
import { enableAutoUnmount, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Community } from '../../../src/domain/community'
import type { Telling } from '../../../src/domain/telling'
import TellingsForm from '../../../src/features/tickets/TellingsForm.vue'
import { phoneKey } from '../../../src/stores/phone'
import { at, PatrolPhone } from '../../support/patrol-phone'

let phone: PatrolPhone
beforeEach(async () => {
  phone = await PatrolPhone.open(at(9))
})
afterEach(() => phone.close())
enableAutoUnmount(afterEach)

const OWN: readonly Telling[] = [
  { on: 'received', words: '收到,马上去看' },
  { on: 'done', words: '办好了' },
]
const withOwn = (tellings: readonly Telling[] | null): Community => ({
  ...phone.estate.community,
  tellings: tellings && [...tellings],
})
const open = async (community = withOwn(OWN)) => {
  const person = { ...phone.phone.person, roles: ['manager' as const] }
  const part = mount(TellingsForm, {
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
const typed = (part: VueWrapper) =>
  part.findAll<HTMLTextAreaElement>('textarea').map(({ element }) => element.value)
const button = (part: VueWrapper, words: string) =>
  part.findAll('button').find((each) => each.text() === words)

it('[PR13] keeps what is being typed when a record arrives, and says that there is a newer one', async () => {
  const part = await open()
  await part.get('textarea').setValue('收到,正在打字')
  await part.setProps({ community: { ...withOwn(OWN), name: '改了名' } })
  expect(typed(part)[0]).toBe('收到,正在打字')
  expect(part.text()).not.toContain('有人改过了')
  await part.setProps({ community: withOwn([{ on: 'received', words: '别人改的' }]) })
  expect(typed(part)[0]).toBe('收到,正在打字')
  expect(part.text()).toContain('您打开以后有人改过了')
  await button(part, '换成最新的')?.trigger('click')
  expect(typed(part)).toEqual(['别人改的'])
  await button(part, '换回我填的')?.trigger('click')
  expect(typed(part)).toEqual(['收到,正在打字', '办好了'])
})

it('[PR13] follows what others set where nothing was typed', async () => {
  const part = await open()
  await part.setProps({ community: withOwn([{ on: 'received', words: '别人改的' }]) })
  expect(typed(part)).toEqual(['别人改的'])
  expect(button(part, '没有改动')?.attributes('disabled')).toBeDefined()
})

it('[PR13] keeps a line half typed over a tab that is killed', async () => {
  const first = await open()
  await first.get('textarea').setValue('收到,打到一')
  const key = `tellings/${phone.estate.community.id}`
  await vi.waitFor(async () => expect(await phone.database.drafts.get(key)).toBeDefined())
  first.unmount()
  expect(typed(await open())[0]).toBe('收到,打到一')
})

it('[PR13] [CS2] is saved from what was shown when it was typed, not from what came meanwhile', async () => {
  const part = await open(withOwn(null))
  await part.get('textarea').setValue('收到,这就来')
  await part.get('form').trigger('submit')
  await vi.waitFor(() => expect(part.emitted('saved')).toHaveLength(1))
  const [item] = await phone.database.outbox.toArray()
  expect(item?.change.act).toMatchObject({ act: 'amend', fields: { tellings: { seen: null } } })
  expect(await phone.database.drafts.count()).toBe(0)
})

it('[PR13] what is too long is said at its line, and a line taken out comes back', async () => {
  const part = await open()
  await part.get('textarea').setValue('长'.repeat(301))
  await part.get('form').trigger('submit')
  await vi.waitFor(() => expect(part.text()).toContain('最多 300 字'))
  expect(document.activeElement).toBe(part.get('textarea').element)
  expect(await phone.database.outbox.count()).toBe(0)
  await button(part, '去掉这句')?.trigger('click')
  expect(typed(part)).toEqual(['办好了'])
  await button(part, '换回我填的')?.trigger('click')
  expect(typed(part)).toHaveLength(2)
})
