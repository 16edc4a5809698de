// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { saveActs } from '../../src/storage/save-acts'
import { usePatrol } from '../../src/stores/patrol'
import { useRound } from '../../src/stores/round'
import { addDays } from '../../src/domain/calendar-day'
import { author } from '../support/phone-parts'
import { at, PatrolPhone, TODAY } from '../support/patrol-phone'

let phone: PatrolPhone

beforeEach(async () => {
  phone = await PatrolPhone.open()
})
afterEach(() => phone.close())

const open = async () => {
  const patrol = phone.use(usePatrol)
  await vi.waitFor(() => expect(patrol.viewById(phone.round)).not.toBeNull())
  const acts = phone.use(useRound)
  const view = () => {
    const found = patrol.viewById(phone.round)
    if (!found) throw new Error('no such round')
    return found
  }
  await vi.waitFor(() => expect(view().stops).toHaveLength(2))
  return { patrol, acts, view }
}

describe('the rounds of a phone', () => {
  it('[PA5] are worked out from plan and calendar, with no network and nothing begun', async () => {
    const { patrol, view } = await open()
    expect(patrol.mine.map(({ id }) => id)).toEqual([phone.round])
    expect(view()).toMatchObject({ name: '上午消防巡查', judgement: 'due', isMine: true })
    expect(view().due).toMatchObject({ opensAt: at(8), closesAt: at(11, 30) })
    await patrol.whole()
    expect(patrol.earlier).toHaveLength(6)
    expect(patrol.earlier.every(({ judgement }) => judgement === 'missed')).toBe(true)
  })

  it('[RD6] may be begun half an hour before, and a missed one is made up', async () => {
    const { acts, view, patrol } = await open()
    phone.tick.value = at(7, 29)
    expect(acts.mayBegin(view())).toBe(false)
    phone.tick.value = at(7, 30)
    expect(acts.mayBegin(view())).toBe(true)
    phone.tick.value = at(14)
    expect(view().judgement).toBe('missed')
    const [pump, lobby] = [phone.estate.pump.id, phone.estate.lobby.id]
    expect((await acts.skip(view(), pump, '门锁打不开')).ok).toBe(true)
    await vi.waitFor(() => expect(view().settled).toBe(1))
    expect((await acts.skip(view(), lobby, '正在施工')).ok).toBe(true)
    expect((await acts.finish(view())).ok).toBe(true)
    await vi.waitFor(() => expect(view().judgement).toBe('madeUp'))
    expect(patrol.viewById(phone.round)?.stops.map(({ state }) => state)).toEqual([
      ...['skipped', 'skipped'],
    ])
  })

  it('[RD2] is begun once by its first act, with the newest forms of its stops', async () => {
    const { acts, view } = await open()
    await acts.skip(view(), phone.estate.pump.id, '门锁打不开')
    await vi.waitFor(() => expect(view().round).not.toBeNull())
    await acts.skip(view(), phone.estate.lobby.id, '正在施工')
    const sent = (await phone.database.outbox.toArray()).map(({ change }) => change.act)
    expect(sent.map((each) => (each as { act: string }).act)).toEqual(['start', 'skip', 'skip'])
    expect(view().round?.stops.map(({ form }) => form)).toEqual(Array(2).fill(phone.estate.form.id))
  })

  it('[RD7] keeps a round that was begun when its plan no longer asks for it', async () => {
    const { acts, view } = await open()
    await acts.skip(view(), phone.estate.pump.id, '门锁打不开')
    const { plan } = phone.estate
    const until = addDays(TODAY, -1)
    await saveActs(
      phone.database,
      [{ kind: 'PatrolPlan', record: plan.id, act: { act: 'amend', plan: { ...plan, until } } }],
      author(phone.phone.person.staff, at(9, 5)),
    )
    await vi.waitFor(() => expect(view().planned).toBeNull())
    expect(view()).toMatchObject({ name: '上午消防巡查', judgement: 'underway', isMine: true })
    expect((await acts.endEarly(view(), '天气原因')).ok).toBe(true)
  })

  it('[RD3] a second end is told, and changes nothing', async () => {
    const { acts, view } = await open()
    await acts.endEarly(view(), '突发事件')
    await vi.waitFor(() => expect(view().judgement).toBe('endedEarly'))
    const before = await phone.database.outbox.count()
    expect(await acts.finish(view())).toMatchObject({ ok: false, error: { kind: 'noted' } })
    expect(await phone.database.outbox.count()).toBe(before)
  })
})
