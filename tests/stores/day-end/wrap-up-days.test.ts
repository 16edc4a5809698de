// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { addDays } from '../../../src/domain/calendar-day'
import type { Community, CommunityId } from '../../../src/domain/community'
import { DAY } from '../../../src/domain/instant'
import type { OwnerPromiseId } from '../../../src/domain/promise/promise'
import type { TicketId } from '../../../src/domain/ticket/ticket'
import { wrapUpId } from '../../../src/domain/wrap-up/wrap-up'
import WrapUpDaysPage from '../../../src/features/day-end/WrapUpDaysPage.vue'
import WrapUpPage from '../../../src/features/day-end/WrapUpPage.vue'
import { useMatterLine } from '../../../src/features/today/matter-line'
import WrapUpReadPage from '../../../src/features/day-end/WrapUpReadPage.vue'
import { saveActs } from '../../../src/storage/save-acts'
import { useToday } from '../../../src/stores/today'
import { nameId, newId } from '../../support/build/ids'
import { receiveTicket } from '../../support/build/ticket'
import { author } from '../../support/phone-parts'
import { at, PatrolPhone, TODAY } from '../../support/patrol-phone'
import { byRole, theOne } from '../../ui/mount-part'
import { openPage } from './day-page'

let phone: PatrolPhone
beforeEach(async () => {
  phone = await PatrolPhone.open(at(17))
})
afterEach(() => phone.close())
enableAutoUnmount(afterEach)

const YESTERDAY = addDays(TODAY, -1)
const me = () => phone.phone.person.staff
const home = () => phone.estate.community.id
const save = async (acts: Parameters<typeof saveActs>[1], time: number) => {
  const saved = await saveActs(phone.database, acts, author(me(), time))
  if (!saved.ok) throw new Error(saved.error.kind)
}
const complain = async (title: string, time = at(10), community = home()) => {
  const record = newId<TicketId>()
  const over = { kind: 'complaint', title, home: phone.estate.place.id } as const
  const act = receiveTicket(community, me(), over)
  await save([{ kind: 'Ticket', record, act }], time)
  return record
}
const promise = async (words: string, dueAt: number) => {
  const record = newId<OwnerPromiseId>()
  const whom = { building: null, home: phone.estate.place.id, caller: null }
  const act = {
    ...{ act: 'make' as const, community: home(), ...whom, words, dueAt },
    from: { by: 'itself' as const },
  }
  await save([{ kind: 'OwnerPromise', record, act }], at(9))
  return record
}
const fields = (label: string) =>
  [...document.querySelectorAll<HTMLInputElement>('input')].filter(
    (input) => input.labels?.[0]?.textContent?.trim() === label,
  )
const write = async (input: HTMLInputElement | undefined, text: string) => {
  if (!input) throw new Error('No such field')
  input.value = text
  input.dispatchEvent(new Event('input'))
  await flushPromises()
}
const articles = () =>
  [...document.querySelectorAll('article')].map((each) => each.getAttribute('aria-label'))
const press = async (name: string) => {
  theOne('button', name).click()
  await flushPromises()
}
const open = async (query = '') => {
  document.body.innerHTML = ''
  const made = openPage(phone, WrapUpPage)
  await made.router.push(`/wrap-up${query}`)
  await vi.waitFor(() => theOne('button', '核对完了'))
  return made
}
const records = async () => (await phone.database.wrapUps.toArray()).map(({ record }) => record)

it('[WU1] keeps two communities apart, with what was written of each', async () => {
  const other = newId<CommunityId>()
  const community: Community = { ...phone.estate.community, id: other, name: '云栖里' }
  await save([{ kind: 'Community', record: other, act: { act: 'found', community } }], at(8))
  await complain('电梯异响')
  await complain('楼道有烟味', at(11), other)
  await open(`?community=${other}`)
  expect(articles()).toEqual(['楼道有烟味'])
  await write(fields('为什么还没办完')[0], '等物业协调')
  await vi.waitFor(async () => expect(await phone.database.drafts.count()).toBe(1))
  await open(`?community=${home()}`)
  await vi.waitFor(() => expect(articles()).toEqual(['电梯异响']))
  expect(fields('为什么还没办完')[0]?.value).toBe('')
  await write(fields('为什么还没办完')[0], '等配件')
  await write(fields('下一步')[0], '明天上午接着跟')
  await press('核对完了')
  await vi.waitFor(async () => expect(await records()).toHaveLength(1))
  expect((await records())[0]).toMatchObject({ community: home(), open: 1 })
  const today = phone.use(() => useToday())
  await vi.waitFor(() =>
    expect(
      today.matters.flatMap((each) =>
        each.kind === 'errand' ? [[each.errand.where, each.standing, each.errand.count]] : [],
      ),
    ).toEqual([
      ['云栖里', 'now', 1],
      [phone.estate.community.name, 'done', 0],
    ]),
  )
})

it('[WU12] of yesterday, left half done, leads from Today to that day and is finished there', async () => {
  await complain('电梯异响', at(10) - DAY)
  await complain('今天才来的', at(9))
  phone.tick.value = at(18) - DAY
  const made = await open()
  await write(fields('为什么还没办完')[0], '等厂家')
  await vi.waitFor(async () => expect(await phone.database.drafts.count()).toBe(1))
  made.page.unmount()
  phone.tick.value = at(9, 30)
  const { today, line } = phone.use(() => ({ today: useToday(), line: useMatterLine() }))
  const begun = () => today.matters.find(({ kind }) => kind === 'begun')
  await vi.waitFor(() => expect(begun()).toBeDefined())
  const [matter] = today.matters.filter(({ kind }) => kind === 'begun')
  const to = matter && line(matter).to
  expect(to).toBe(`/wrap-up?community=${home()}&day=${YESTERDAY}`)
  await open(to?.replace('/wrap-up', ''))
  await vi.waitFor(() => expect(fields('为什么还没办完')[0]?.value).toBe('等厂家'))
  expect(articles()).toEqual(['电梯异响'])
  await write(fields('下一步')[0], '今天催')
  await press('核对完了')
  await vi.waitFor(async () => expect((await records())[0]?.day).toBe(YESTERDAY))
  await vi.waitFor(() => expect(begun()).toBeUndefined())
})

it('[WU12] of yesterday, put away, leaves Today and comes back with every word', async () => {
  await complain('电梯异响', at(10) - DAY)
  phone.tick.value = at(18) - DAY
  const made = await open()
  await write(fields('为什么还没办完')[0], '等厂家')
  await vi.waitFor(async () => expect(await phone.database.drafts.count()).toBe(1))
  made.page.unmount()
  phone.tick.value = at(9, 30)
  await open(`?community=${home()}&day=${YESTERDAY}`)
  await press('这天不补了,先收起来')
  await vi.waitFor(() => theOne('button', '接着写'))
  const today = phone.use(() => useToday())
  await vi.waitFor(() => expect(today.isRead).toBe(true))
  expect(today.matters.filter(({ kind }) => kind === 'begun')).toEqual([])
  await press('接着写')
  await vi.waitFor(() => expect(fields('为什么还没办完')[0]?.value).toBe('等厂家'))
})

it('[WU10] asks a promise past its time for its reason, and keeps how each stood', async () => {
  const missed = await promise('三点前换好门锁', at(15))
  const ahead = await promise('周五回电', at(9) + 3 * DAY)
  await open()
  expect(articles()).toEqual([...['三点前换好门锁', '周五回电']])
  await press('核对完了')
  await flushPromises()
  expect(document.activeElement).toBe(fields('为什么没做到')[0])
  await write(fields('为什么没做到')[0], '锁芯没到货')
  await write(fields('下一步')[0], '明早先打电话')
  await press('核对完了')
  await vi.waitFor(async () => expect(await records()).toHaveLength(1))
  expect((await records())[0]?.promises).toEqual([
    { promise: missed, fate: 'overdue', why: '锁芯没到货', next: '明早先打电话' },
    { promise: ahead, fate: 'open', why: '', next: '' },
  ])
})

it('[WU7] [WU11] is found among earlier days, and names what came later and was closed since', async () => {
  const gone = await complain('电梯异响')
  phone.tick.value = at(17)
  const record = wrapUpId(me(), home(), TODAY, nameId)
  const saving = {
    ...{ act: 'save' as const, community: home(), staff: me(), day: TODAY },
    ...{ lines: [], promises: [], open: 0, words: '' },
  }
  await save([{ kind: 'WrapUp', record, act: saving }], at(17))
  const photos: never[] = []
  const acts = [
    { act: 'accept', from: 'received' },
    { act: 'resolve', from: 'accepted', words: '好了', photos },
    { act: 'tellOwner', channel: 'phone', reached: true, words: '说了', nextWordAt: null },
    { act: 'close', from: 'resolved' },
  ] as const
  for (const [index, act] of acts.entries())
    await save([{ kind: 'Ticket', record: gone, act }], at(18, index))
  openPage(phone, WrapUpDaysPage)
  await vi.waitFor(() => expect(byRole('link').length).toBeGreaterThan(1))
  expect(byRole('link').map((each) => each.getAttribute('href'))).toContain(`/wrap-up/${record}`)
  document.body.innerHTML = ''
  openPage(phone, WrapUpReadPage, { wrapUp: record })
  await vi.waitFor(() => expect(document.body.textContent).toContain('当时没办完'))
  expect(document.querySelector('ul a')?.textContent).toBe('电梯异响')
})

it('[WU10] takes as much of a long explanation as a line holds, and what a building’s staff may read not at all', async () => {
  const explain = (record: string, words: string) =>
    save([{ kind: 'OwnerPromise', record, act: { act: 'explain', words } }], at(12))
  const long = await promise('周一前修好', at(10))
  await explain(long, '师傅请假'.repeat(60))
  const kept = newId<OwnerPromiseId>()
  const told = { building: phone.estate.place.id, home: phone.estate.place.id, caller: null }
  const act = {
    ...{ act: 'make' as const, community: home(), ...told, words: '上门看看', dueAt: at(10) },
    from: { by: 'itself' as const },
  }
  await save([{ kind: 'OwnerPromise', record: kept, act }], at(9))
  await explain(kept, '王先生家里没人')
  await open()
  expect(document.body.textContent).not.toContain('王先生')
  for (const input of fields('下一步')) await write(input, '明天上午去')
  const whys = [...document.querySelectorAll<HTMLInputElement>('input[maxlength="120"]')]
  for (const input of whys) if (input.value === '') await write(input, '没碰上人')
  await press('核对完了')
  await vi.waitFor(async () => expect(await records()).toHaveLength(1))
  const why = (await records())[0]?.promises.find((each) => each.promise === long)?.why
  expect(why).toHaveLength(120)
})
