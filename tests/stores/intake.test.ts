// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { StaffId } from '../../src/domain/id'
import type { PlaceId } from '../../src/domain/place'
import type { Role } from '../../src/domain/role'
import { saveActs } from '../../src/storage/save-acts'
import { useBegunIntakes } from '../../src/stores/begun-intakes'
import { useEstate } from '../../src/stores/estate'
import { useIntake } from '../../src/stores/intake'
import { useStewardGuess } from '../../src/stores/steward-guess'
import { useTopics } from '../../src/stores/topics'
import { receiveTicket } from '../support/build/ticket'
import type { TicketId } from '../../src/domain/ticket/ticket'
import { newId } from '../support/build/ids'
import { photoRef } from '../support/build/patrol'
import { soundRef } from '../support/build/sound'
import { author } from '../support/phone-parts'
import { at, PatrolPhone } from '../support/patrol-phone'

let phone: PatrolPhone
let home: PlaceId
beforeEach(async () => {
  phone = await PatrolPhone.open()
  home = newId<PlaceId>()
  const { id, community } = phone.estate.place
  const place = {
    ...{ id: home, community, within: id, label: '1501', order: 1, kind: 'unit' as const },
    ...{ level: 15, door: '01', occupancy: 'owner' as const },
  }
  await saveActs(
    phone.database,
    [{ kind: 'Place', record: home, act: { act: 'lay', place } }],
    author(phone.phone.person.staff, 1),
  )
  await phone.database.outbox.clear()
})
afterEach(() => phone.close())

const ASKED = { question: '几点开始', answer: '八点不到' }
const open = async (id = 'one') => {
  const intake = phone.use(() => useIntake(id))
  await intake.draft.load()
  return intake
}
const complaint = async (id?: string) => {
  const intake = await open(id)
  Object.assign(intake.value, {
    ...{ kind: 'complaint', words: '我是陈国平,楼上一直砸墙,打 13800001234 找我' },
    ...{ name: '陈国平', phone: '13800001234', home, unit: '1501', topic: 'renovationNoise' },
    ...{ said: '管家马上去,陈国平您放心', nextWord: String(at(18)), wanted: '停下来' },
  })
  await expect.poll(() => intake.community.value).not.toBeNull()
  return intake
}
const as = (...roles: Role[]) => Object.assign(phone.phone.person, { roles })
const sent = async () => (await phone.database.outbox.toArray()).map(({ change }) => change)

describe('an intake', () => {
  it('[IN1] begun at a home has that home, and what is typed since', async () => {
    const estate = phone.use(() => useEstate())
    await expect.poll(() => estate.isRead).toBe(true)
    const about = phone.use(() => useIntake('at-home', home))
    await about.draft.load()
    expect(about.value.home).toBe(home)
  })

  it('[IN1] becomes a ticket, who spoke and the word agreed, whole', async () => {
    const intake = await complaint()
    const id = (await intake.save()) ?? ''
    const ticket = (await phone.database.tickets.get(id))?.record
    expect(ticket).toMatchObject({
      ...{ kind: 'complaint', title: '装修噪音', home, origin: { by: 'owner', channel: 'phone' } },
      intake: { topic: 'renovationNoise', wanted: '停下来' },
    })
    const changes = await sent()
    expect(changes.map(({ act }) => act.act)).toEqual(['note', 'receive', 'tellOwner'])
    expect(new Set(changes.map(({ group }) => group)).size).toBe(1)
    expect(await phone.database.drafts.toArray()).toEqual([])
  })

  it('[IN2] keeps how it came, and beside the matter what was asked, wanted and agreed', async () => {
    const intake = await complaint()
    Object.assign(intake.value, {
      ...{ channel: 'walkIn', happened: '今早八点', readBack: true, answers: [ASKED] },
      suitDay: '2026-11-25',
    })
    const ticket = (await phone.database.tickets.get((await intake.save()) ?? ''))?.record
    expect(ticket?.origin).toMatchObject({ by: 'owner', channel: 'walkIn' })
    expect(ticket?.intake).toMatchObject({
      ...{ topic: 'renovationNoise', happened: '今早八点', wanted: '停下来', readBack: true },
      ...{ asked: [ASKED], suits: { from: at(33), to: at(35) } },
    })
  })

  it('[IN9] guesses whoever was last first responsible in the same building, and nobody elsewhere', async () => {
    const { staff } = phone.phone.person
    const act = receiveTicket(phone.estate.community.id, staff, { home, firstResponsible: staff })
    const given = [{ kind: 'Ticket' as const, record: newId<TicketId>(), act }]
    await saveActs(phone.database, given, author(staff, at(8)))
    const guess = phone.use(() => useStewardGuess(() => home))
    const elsewhere = phone.use(() => useStewardGuess(() => newId<PlaceId>()))
    await expect.poll(() => guess.value).toBe(staff)
    expect(elsewhere.value).toBeNull()
  })

  it('[MJ1] offers the community’s own reasons for major, else the trade’s', () => {
    const own = { ...phone.estate.community, majorReasons: ['媒体过问'] }
    const reasonsOf = (community: typeof own | null) =>
      phone.use(() => useTopics(() => community)).majorReasons.value
    expect(reasonsOf(own)).toEqual(['媒体过问'])
    expect(reasonsOf(null).length).toBeGreaterThan(2)
  })

  it('[IN1] is saved once, however often it is tapped', async () => {
    const intake = await complaint()
    const [one, two] = await Promise.all([intake.save(), intake.save()])
    expect(await intake.save()).toBe(one ?? two)
    expect(await phone.database.tickets.count()).toBe(1)
  })

  it('[IN3] keeps who spoke out of everything but the caller’s own record', async () => {
    const intake = await complaint()
    await intake.save()
    const others = (await sent()).filter(({ kind }) => kind !== 'Caller')
    expect(JSON.stringify(others)).not.toMatch(/陈国平|13800001234/)
    const [caller] = await phone.database.callers.toArray()
    expect(caller?.record).toMatchObject({ name: '陈国平', phone: '13800001234' })
    expect(caller?.record.words).toContain('打 13800001234 找我')
  })

  it('[IN4] is answered by the figure of its sort where that is sooner', async () => {
    const intake = await complaint()
    const id = (await intake.save()) ?? ''
    expect((await phone.database.tickets.get(id))?.record.due).toMatchObject({
      ...{ rule: 'complaintFirstAnswer', at: at(11) },
    })
  })

  it('[IN1] waits half done, and others that wait are known', async () => {
    const half = await complaint('half')
    await half.draft.save()
    const begun = phone.use(() => useBegunIntakes(() => 'other'))
    await expect.poll(() => begun.value.map(({ key }) => key)).toEqual(['intake/half'])
    expect((await open('half')).value.name).toBe('陈国平')
  })

  it('[IN6] joins one that is open: the newly come is told there too', async () => {
    const first = await complaint('first')
    const into = (await first.save()) ?? ''
    const second = await complaint('second')
    second.value.name = '王大姐'
    await expect.poll(() => second.similar.value.map(({ by }) => by)).toEqual(['home'])
    expect(await second.joinTo(into as never)).toBe(into)
    const held = (await phone.database.tickets.get(into))?.record
    expect(held?.joined).toHaveLength(1)
    expect(held?.thread.at(-1)).toMatchObject({ kind: 'told', of: held?.joined[0]?.ticket })
    const own = (await phone.database.tickets.get(held?.joined[0]?.ticket ?? ''))?.record
    expect(own).toMatchObject({ status: 'closed', closing: 'joined', into })
  })

  it('[MJ2] hands over what is major with its reason', async () => {
    const intake = await complaint()
    Object.assign(intake.value, { isMajor: true })
    expect(await intake.save()).toBeNull()
    intake.value.reason = '有人受伤'
    const id = (await intake.save()) ?? ''
    expect((await phone.database.tickets.get(id))?.record).toMatchObject({
      ...{ gravity: 'major', major: { reason: '有人受伤' }, due: { rule: 'majorToLeader' } },
    })
  })

  it('[IN11] does only what its author may: an engineer gives it to nobody and hands nothing over', async () => {
    as('engineer')
    const intake = await complaint()
    Object.assign(intake.value, { isMajor: true, reason: '有人受伤', handler: newId() })
    expect(intake.may).toMatchObject({ tell: true, assign: false, raise: false, join: false })
    await intake.save()
    expect((await sent()).map(({ act }) => act.act)).toEqual(['note', 'receive', 'tellOwner'])
  })

  it('[IN11] keeps what was said apart from what may be refused', async () => {
    const intake = await complaint()
    Object.assign(intake.value, { isMajor: true, reason: '有人受伤', handler: newId() })
    await intake.save()
    const changes = await sent()
    expect(changes.map(({ act }) => act.act)).toEqual([
      ...['note', 'receive', 'tellOwner', 'raise', 'assign'],
    ])
    expect(changes.every(({ group }) => group === undefined)).toBe(true)
  })

  it('[IN6] joined, what was to go to the leader goes there with the other', async () => {
    const first = await complaint('first')
    const into = (await first.save()) ?? ''
    const second = await complaint('second')
    const handler = newId<StaffId>()
    Object.assign(second.value, { isMajor: true, reason: '有人受伤', handler })
    await second.joinTo(into as never)
    const held = (await phone.database.tickets.get(into))?.record
    expect(held).toMatchObject({ major: { reason: '有人受伤' }, status: 'assigned', handler })
    const groups = (await sent()).filter(({ group }) => group).map(({ act }) => act.act)
    expect(groups).toEqual(['takeIn', 'join'])
  })

  it('[IN6] joined to one that is major already, its own reason is kept', async () => {
    const first = await complaint('first')
    Object.assign(first.value, { isMajor: true, reason: '反复投诉' })
    const into = (await first.save()) ?? ''
    const second = await complaint('second')
    Object.assign(second.value, { isMajor: true, reason: '有人受伤' })
    expect(await second.joinTo(into as never)).toBe(into)
    const held = (await phone.database.tickets.get(into))?.record
    expect(held?.major?.reason).toBe('反复投诉')
    const own = (await phone.database.tickets.get(held?.joined[0]?.ticket ?? ''))?.record
    expect(own).toMatchObject({ status: 'closed', major: { reason: '有人受伤' } })
  })

  it('[IN3] names nobody where it says why it is major, or where exactly', async () => {
    const intake = await complaint()
    Object.assign(intake.value, { isMajor: true, reason: '陈国平受伤', spot: '13800001234 门口' })
    await intake.save()
    const others = (await sent()).filter(({ kind }) => kind !== 'Caller')
    expect(JSON.stringify(others)).not.toMatch(/陈国平|13800001234/)
  })

  it('[IN12] keeps the voice, and pictures that tell who it is, with who spoke', async () => {
    const intake = await complaint()
    const [photo, sound] = [photoRef('a'), soundRef('b')]
    Object.assign(intake.value, { channel: 'wechat', photos: [photo], sounds: [sound] })
    const id = (await intake.save()) ?? ''
    const [caller] = await phone.database.callers.toArray()
    expect(caller?.record).toMatchObject({ photos: [photo], sounds: [sound] })
    expect((await phone.database.tickets.get(id))?.record).toMatchObject({ photos: [], sounds: [] })
  })

  it('[IN12] gives pictures of the matter to everybody who works on it', async () => {
    const intake = await complaint()
    Object.assign(intake.value, { photos: [photoRef('a')] })
    const id = (await intake.save()) ?? ''
    expect((await phone.database.tickets.get(id))?.record.photos).toHaveLength(1)
    const [caller] = await phone.database.callers.toArray()
    expect(caller?.record.photos).toBeUndefined()
  })

  it('[IN5] keeps the number and the day of 12345', async () => {
    const intake = await complaint()
    Object.assign(intake.value, { channel: 'hotline', number: 'GD-17', answerBy: '2026-11-27' })
    const id = (await intake.save()) ?? ''
    expect((await phone.database.tickets.get(id))?.record.origin).toMatchObject({
      official: { number: 'GD-17', answerBy: at(18) + 3 * 24 * 60 * 60 * 1000 },
    })
  })

  it('[IN7] saves nothing that is wrong, and keeps what was typed', async () => {
    const intake = await complaint()
    intake.value.words = '吵'.repeat(20_000)
    intake.value.phone = '1380000abc'
    expect(await intake.save()).toBeNull()
    expect(Object.keys(intake.faults.value)).toEqual(['words', 'phone'])
    expect(intake.value.words).toHaveLength(20_000)
    expect(await phone.database.tickets.count()).toBe(0)
  })
})
