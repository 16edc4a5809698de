// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { StaffId } from '../../src/domain/id'
import { useMakeUp } from '../../src/stores/make-up'
import { useNightCheck } from '../../src/stores/night-check'
import { usePatrol } from '../../src/stores/patrol'
import { useRound } from '../../src/stores/round'
import { newId } from '../support/build/ids'
import { at, PatrolPhone } from '../support/patrol-phone'

let phone: PatrolPhone

beforeEach(async () => {
  phone = await PatrolPhone.open()
})
afterEach(() => phone.close())

const open = async (id: string = phone.round) => {
  const patrol = phone.use(usePatrol)
  const acts = phone.use(useRound)
  const view = () => {
    const found = patrol.viewById(id)
    if (!found) throw new Error('no such round')
    return found
  }
  await vi.waitFor(() => expect(view().stops).toHaveLength(2))
  return { patrol, acts, view }
}
const sentActs = async () =>
  (await phone.database.outbox.toArray()).map(({ change }) => change.act.act)

describe('a round and its people', () => {
  it('[RD11] given away before it was begun is not mine, and was begun by nobody', async () => {
    const { patrol, acts, view } = await open()
    const zhao = newId<StaffId>()
    expect((await acts.handOver(view(), zhao, '临时有急事')).ok).toBe(true)
    await vi.waitFor(() => expect(view().isMine).toBe(false))
    expect(view()).toMatchObject({ judgement: 'due', round: { status: 'notBegun' } })
    expect(patrol.mine).toEqual([])
    expect(await sentActs()).toEqual(['handOver'])
  })

  it('[RD12] my part walked, the round is still open for the other', async () => {
    const { acts, view } = await open()
    await acts.skip(view(), phone.estate.pump.id, '门锁打不开')
    await vi.waitFor(() => expect(view().settled).toBe(1))
    expect((await acts.finishPart(view())).ok).toBe(true)
    expect(acts.isOver(view())).toBe(false)
    await acts.skip(view(), phone.estate.lobby.id, '正在施工')
    await vi.waitFor(() => expect(view().judgement).toBe('done'))
    expect(acts.isOver(view())).toBe(true)
  })

  it('[RD10] the reason for a make-up outlives the phone and goes with its first act', async () => {
    phone.tick.value = at(14)
    const makeUp = phone.use(() => useMakeUp(phone.round))
    await makeUp.load()
    makeUp.why.value = '上午处理爆管'
    await makeUp.save()
    phone = await phone.dieAndOpen()
    const { acts, view } = await open()
    await acts.skip(view(), phone.estate.pump.id, '门锁打不开')
    await vi.waitFor(() => expect(view().round).not.toBeNull())
    expect(view().round?.thread[0]).toMatchObject({ kind: 'started', why: '上午处理爆管' })
    expect(await phone.database.drafts.count()).toBe(0)
  })
})

describe('a night check', () => {
  const supervise = () => {
    Object.assign(phone.phone.person, { roles: ['supervisor'] })
    return phone.use(useNightCheck)
  }

  it('[NC1] is not a steward’s to plan', () => {
    expect(phone.use(useNightCheck).mayPlan).toBe(false)
  })

  it('[NC1] [NC2] planned past midnight it is the checker’s own, open at once', async () => {
    phone.tick.value = at(23, 50)
    const night = supervise()
    expect(night.mayPlan).toBe(true)
    const begin = () => night.begin(phone.estate.route, 4, '夜查')
    const [round, doubled] = await Promise.all([begin(), begin()])
    if (!round) throw new Error(night.failure.value)
    expect([doubled, await begin()]).toEqual([null, round])
    expect(await phone.database.patrolPlans.count()).toBe(2)
    const { acts, view } = await open(round)
    expect(view()).toMatchObject({ name: '夜查短线', judgement: 'due', isMine: true })
    expect(view().due.closesAt).toBe(at(27, 50))
    await acts.skip(view(), phone.estate.pump.id, '门锁打不开')
    const scopes = async () =>
      (
        await Promise.all(
          [phone.database.patrolPlans, phone.database.rounds].map((t) => t.toArray()),
        )
      )
        .flat()
        .map(({ scope }) => scope)
    const own = `own:${phone.phone.person.staff}`
    expect((await scopes()).filter((scope) => scope === own)).toHaveLength(2)
  })
})
