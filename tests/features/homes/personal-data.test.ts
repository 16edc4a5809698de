import 'fake-indexeddb/auto'
import { enableAutoUnmount, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import type { CallerId } from '../../../src/domain/caller'
import type { Place, PlaceId } from '../../../src/domain/place'
import { homesScope } from '../../../src/domain/scope'
import type { TicketId } from '../../../src/domain/ticket/ticket'
import HomePage from '../../../src/features/homes/HomePage.vue'
import OwnerPage from '../../../src/features/homes/OwnerPage.vue'
import PaperPage from '../../../src/features/homes/PaperPage.vue'
import PersonalDataPage from '../../../src/features/homes/PersonalDataPage.vue'
import { homeRoutes } from '../../../src/features/homes/routes'
import { saveActs } from '../../../src/storage/save-acts'
import { phoneKey } from '../../../src/stores/phone'
import { newId } from '../../support/build/ids'
import { fileIdOf, openFile, OWNS } from '../../support/build/owner-file'
import { receiveTicket } from '../../support/build/ticket'
import { at, PatrolPhone } from '../../support/patrol-phone'
import { author } from '../../support/phone-parts'

let phone: PatrolPhone
let building: Place
let [home, other]: Place[] = []
let opened: ReturnType<typeof openFile>
let again: ReturnType<typeof openFile>
const caller = newId<CallerId>()

const unit = (label: string): Place => ({
  ...{ id: newId<PlaceId>(), community: phone.estate.community.id, order: 1 },
  ...{ within: building.id, label, kind: 'unit', level: 3, door: label, occupancy: 'owner' },
})

beforeEach(async () => {
  phone = await PatrolPhone.open()
  const community = phone.estate.community.id
  building = {
    ...{ id: newId<PlaceId>(), community, order: 1, within: null, label: '7栋', kind: 'building' },
  }
  ;[home, other] = [unit('301'), unit('302')]
  opened = openFile(homeOf(home), { community, building: building.id, purpose: '物业服务联系' })
  again = openFile(homeOf(other), { community, building: building.id, phones: [] })
  const ticket = newId<TicketId>()
  const spoken = {
    ...{ id: caller, community, ticket, name: '陈女士', phone: '138 0000 6021' },
    ...{ words: '厨房漏水', saidAt: at(7) },
  }
  await saveActs(
    phone.database,
    [
      ...[building, home, other].flatMap((place) =>
        place
          ? [{ kind: 'Place' as const, record: place.id, act: { act: 'lay' as const, place } }]
          : [],
      ),
      { kind: 'OwnerFile', record: fileIdOf(opened), act: opened },
      { kind: 'OwnerFile', record: fileIdOf(again), act: again },
      {
        ...{ kind: 'Ticket', record: ticket },
        act: receiveTicket(community, phone.phone.person.staff, { title: '漏水' }),
      },
      { kind: 'Caller', record: caller, act: { act: 'note', caller: spoken } },
    ],
    author(phone.phone.person.staff, at(7)),
  )
  serve('manager', 'administrator')
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')))
})
afterEach(() => {
  vi.unstubAllGlobals()
  phone.close()
})
enableAutoUnmount(afterEach)

const homeOf = (place: Place | undefined): PlaceId => {
  if (!place) throw new Error('No home was laid.')
  return place.id
}
const serve = (...roles: string[]) =>
  Object.assign(phone.phone, {
    person: { ...phone.phone.person, scopes: [homesScope(building.id)], roles },
  })
const open = async (page: object, props: object, words: string) => {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: ['/', '/tickets/new', ...homeRoutes.map(({ path }) => path)].map((path) => ({
      ...{ path, component: { template: '<p />' } },
    })),
  })
  const part = mount(page as never, {
    props: props as never,
    global: { plugins: [...phone.plugins, router], provide: { [phoneKey as symbol]: phone.phone } },
    attachTo: document.body,
  })
  await vi.waitFor(() => expect(part.text()).toContain(words))
  return { part, router }
}
const write = (part: VueWrapper, label: string, value: string) => {
  const id = part
    .findAll('label')
    .find((each) => each.text().includes(label))
    ?.attributes('for')
  return part.find(`[id="${id ?? ''}"]`).setValue(value)
}
const file = async (of = opened) => {
  const held = await phone.database.ownerFiles.get(fileIdOf(of))
  if (!held) throw new Error('No file is kept.')
  return held.record
}
const props = () => ({ home: homeOf(home), file: fileIdOf(opened) })

describe('[OF14] everything held about a person', () => {
  it('stands on one page with masked numbers, and says where the server was not reached', async () => {
    const { part } = await open(PersonalDataPage, props(), '没有连上服务器')
    for (const words of ['陈素琴', '物业服务联系', '138 **** 6021', '厨房漏水', '7栋 301'])
      expect(part.text()).toContain(words)
    expect(part.html()).not.toContain('13800006021')
    expect(part.html()).not.toContain('138 0000 6021')
  })

  it('is handed out whole once the reason is kept', async () => {
    const printed = { html: '' }
    vi.stubGlobal('print', () => {
      printed.html = document.body.innerHTML
    })
    const { part } = await open(PersonalDataPage, props(), '没有连上服务器')
    const [give] = part.findAll('form')
    await give?.trigger('submit')
    await vi.waitFor(() => expect(part.text()).toContain('请写一句'))
    expect((await file()).handOuts).toEqual([])
    await write(part, '为什么给', '本人到前台要的')
    await give?.trigger('submit')
    await vi.waitFor(() => expect(printed.html).toContain('13800006021'))
    expect((await file()).handOuts).toMatchObject([{ how: 'paper', why: '本人到前台要的' }])
    await vi.waitFor(() => expect(part.html()).not.toContain('13800006021'))
  })

  it('is not shown to a steward', async () => {
    serve('steward')
    const { part } = await open(PersonalDataPage, props(), '个人信息由经理或管理员查看')
    expect(part.text()).not.toContain('陈素琴')
  })
})

describe('[OF15] erased for ever', () => {
  const asked: { bodies: unknown[]; paths: string[]; status: number } = {
    ...{ bodies: [], paths: [], status: 200 },
  }
  beforeEach(() => {
    Object.assign(asked, { bodies: [], paths: [], status: 200 })
    vi.stubGlobal('fetch', (path: string, init: RequestInit = {}) => {
      if (init.method !== 'POST')
        return Promise.resolve(new Response(JSON.stringify({ rows: [], more: false })))
      if (asked.status === 200) asked.bodies.push(JSON.parse(init.body as string))
      asked.paths.push(path)
      return Promise.resolve(new Response('{}', { status: asked.status }))
    })
  })

  it('takes the name written out, says what stays, and goes on where it was cut', async () => {
    const { part } = await open(PersonalDataPage, props(), '都在这里')
    expect(part.text()).toContain('工单 1 张')
    const erase = part.findAll('form').at(-1)
    await erase?.trigger('submit')
    await vi.waitFor(() => expect(part.text()).toContain('和档案上的姓名不一样'))
    expect(asked.bodies).toEqual([])
    await write(part, '写上「陈素琴」再删', '陈素琴')
    asked.status = 503
    await erase?.trigger('submit')
    await vi.waitFor(() => expect(part.text()).toContain('服务器没有删成'))
    asked.status = 200
    await erase?.trigger('submit')
    await vi.waitFor(() => expect(part.text()).toContain('已从服务器删掉 2 条'))
    expect(asked.paths.join()).not.toContain('陈')
    expect(asked.bodies).toEqual([
      { kind: 'Caller', record: caller, reason: 'asked' },
      { kind: 'OwnerFile', record: fileIdOf(opened), reason: 'asked' },
    ])
  })

  it('is an administrator’s', async () => {
    serve('manager')
    const { part } = await open(PersonalDataPage, props(), '都在这里')
    expect(part.text()).toContain('删除要由管理员来做')
    expect(part.text()).not.toContain('永久删除')
  })
})

describe('a file in the hands of a steward', () => {
  beforeEach(() => serve('steward'))

  it('[OF17] takes a paper with its day, and an identity without a number', async () => {
    const { part, router } = await open(PaperPage, props(), '哪种资料')
    await part.find('input[value="identity"]').setValue()
    expect(part.text()).toContain('证件只看不留')
    expect(part.text()).not.toContain('拍照留存')
    await part.find('form').trigger('submit')
    await vi.waitFor(() =>
      expect(router.currentRoute.value.path).toBe(`/homes/units/${props().home}`),
    )
    expect((await file()).papers).toMatchObject([{ sort: 'identity', agreed: false, photos: [] }])
    const { part: page } = await open(HomePage, { home: props().home }, '身份核对')
    expect(page.text()).not.toContain('看照片')
  })

  it('[OF4] left by mistake comes back from the word that says so', async () => {
    const { part } = await open(OwnerPage, props(), '已卖出')
    const leave = part.findAll('button').find((each) => each.text().includes('已卖出'))
    await leave?.trigger('click')
    await vi.waitFor(async () => expect((await file()).closedAt).not.toBeNull())
    const { part: page } = await open(HomePage, { home: props().home }, '陈素琴放到「以前的」了')
    await page
      .findAll('button')
      .find((each) => each.text() === '撤回')
      ?.trigger('click')
    await vi.waitFor(async () => expect((await file()).closedAt).toBeNull())
  })

  it('[OF13] written down twice is merged in one tap, and taken apart from the word that says so', async () => {
    const { part } = await open(OwnerPage, props(), '可能是同一个人')
    const merge = part.findAll('button').find((each) => each.text().includes('是同一个人'))
    await merge?.trigger('click')
    await vi.waitFor(async () => expect((await file()).mergedInto).not.toBeNull())
    const held = await file(again)
    expect(held.phones).toEqual(['13800006021'])
    expect(held.ties).toMatchObject([{ home: homeOf(other) }, { home: homeOf(home), ...OWNS }])
    const { part: page } = await open(HomePage, { home: homeOf(other) }, '两份档案并成一份了')
    await page
      .findAll('button')
      .find((each) => each.text() === '撤回')
      ?.trigger('click')
    await vi.waitFor(async () => expect((await file()).mergedInto).toBeNull())
  })

  it('[OF3] of two that set the same, one is chosen and asked about no more', async () => {
    const amend = (meant: string, hour: number) =>
      saveActs(
        phone.database,
        [
          {
            ...{ kind: 'OwnerFile', record: fileIdOf(opened) },
            act: { act: 'amend', fields: { hours: { seen: '', meant } } },
          },
        ],
        author(phone.phone.person.staff, at(hour)),
      )
    await amend('下午', 8)
    await amend('上午', 9)
    const { part } = await open(
      HomePage,
      { home: props().home },
      '还有同事把「方便的时间」写成:下午',
    )
    await part.find('[aria-label="「方便的时间」改用:下午"]').trigger('click')
    await vi.waitFor(async () => expect((await file()).hours).toBe('下午'))
    await vi.waitFor(() => expect(part.text()).not.toContain('还有同事把'))
  })
})
