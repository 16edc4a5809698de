import { describe, expect, it } from 'vitest'
import { MemoryStore } from '../../../server/store/memory/memory-store'
import { readHistory } from '../../../server/acceptance/history'
import { calendarDay } from '../../../src/domain/calendar-day'
import type { CheckpointVisit } from '../../../src/domain/checkpoint-visit'
import type { CommunityId } from '../../../src/domain/community'
import type { StaffId } from '../../../src/domain/id'
import type { PatrolPlan } from '../../../src/domain/patrol-plan'
import { CHECKERS, scopesOf } from '../../../src/domain/permission'
import { ROLES } from '../../../src/domain/role'
import { roundId } from '../../../src/domain/round-id'
import { isGone, type Row } from '../../../src/protocol/row'
import { receiveTicket } from '../../support/build/ticket'
import { nameId, newId } from '../../support/build/ids'
import { T0, WireServer, type WirePhone } from '../../support/acceptance'

const DAY = calendarDay(2026, 9, 21)

const setUp = async () => {
  const server = new WireServer(new MemoryStore())
  const zhou = await server.phone(['supervisor'])
  const checker = zhou.caller.staff
  const plan: PatrolPlan = {
    ...{ id: newId(), community: server.community, name: '门岗', route: newId() },
    ...{ weekdays: [1], slots: [{ key: 'check', name: '夜查', opens: 60, closes: 300 }] },
    ...{ roles: ['supervisor'], walkers: null, from: DAY, until: DAY, nightCheck: { checker } },
  }
  const round = roundId(plan.id, DAY, 'check', nameId)
  const stop = { checkpoint: newId<string>(), form: newId<string>() }
  const start = {
    ...{ act: 'start', community: server.community, plan: plan.id, day: DAY, slot: 'check' },
    ...{
      route: plan.route,
      name: '夜查门岗',
      order: 'any',
      opensAt: T0 - 1_000,
      closesAt: T0 + 9_000,
    },
    ...{ stops: [stop], nightCheck: { checker } },
  }
  const visit = newId<CheckpointVisit['id']>()
  const record = {
    ...{ act: 'record', community: server.community, round, ...stop, isNightCheck: true },
    ...{ checkIn: { by: 'qr', at: T0 }, answers: [], abnormal: 0 },
  }
  const plans = () => zhou.change('PatrolPlan', plan.id, { act: 'plan', plan })
  const begins = () => zhou.change('Round', round, start)
  const looks = () => zhou.change('CheckpointVisit', visit, record)
  const finishes = () => zhou.change('Round', round, { act: 'finish', from: 'underway' })
  return { server, zhou, plan, round, visit, start, record, plans, begins, looks, finishes }
}

const idsOf = (rows: readonly Row[]) => rows.map(({ id }) => id)
const heldBy = async (phone: WirePhone) => idsOf((await phone.sync([], { cursor: null })).rows)

describe('a night check over the wire', () => {
  it('[NC1] [NC2] [NC3] nobody but supervisors ever gets any of it, before, during or after', async () => {
    const { server, zhou, plan, round, visit, plans, begins, looks, finishes } = await setUp()
    const others = ROLES.filter((role) => !CHECKERS.includes(role))
    const phones = await Promise.all(others.map((role) => server.phone([role])))
    const secret = [plan.id, round, visit] as readonly string[]
    for (const step of [plans, begins, looks, finishes]) {
      const { outcomes } = await zhou.sync([step()])
      expect(outcomes[0]?.outcome).toBe('accepted')
      for (const phone of phones) {
        const { rows } = await phone.sync()
        const all = [...idsOf(rows), ...(await heldBy(phone))]
        for (const id of secret) expect(all).not.toContain(id)
        const older = await readHistory(server.store, phone.caller, round, Number.MAX_SAFE_INTEGER)
        expect(older.rows).toEqual([])
      }
    }
  })

  it('[NC1] [NC2] another supervisor learns of plan and round only when it is over', async () => {
    const { server, zhou, plan, round, visit, plans, begins, looks, finishes } = await setUp()
    const chen = await server.phone(['manager'])
    await zhou.sync([plans(), begins()])
    expect(await heldBy(chen)).toEqual([])
    await zhou.sync([looks()])
    expect(await heldBy(chen)).toEqual([visit])
    await zhou.sync([finishes()])
    const held = await heldBy(chen)
    expect(held.toSorted()).toEqual([round, visit].toSorted())
    expect(held).not.toContain(plan.id)
  })

  it('[NC2] [SY15] moves from the checker to the supervisors in one version', async () => {
    const { zhou, round, plans, begins, finishes } = await setUp()
    await zhou.sync([plans(), begins()])
    await zhou.sync()
    const { rows } = await zhou.sync([finishes()])
    const moved = rows.filter(({ id }) => id === round)
    expect(moved.map((row) => [row.scope.split(':')[0], isGone(row)])).toEqual(
      expect.arrayContaining([
        ['checks', false],
        ['own', true],
      ]),
    )
    expect(new Set(moved.map(({ revision }) => revision)).size).toBe(1)
  })

  it('[NC1] is nobody’s to plan for another, and no guard’s to write into', async () => {
    const { server, plan, start, record, round } = await setUp()
    const [chen, wu] = [await server.phone(['manager']), await server.phone(['security'])]
    const outcomeOf = async (phone: WirePhone, change: object) =>
      (await phone.sync([change])).outcomes[0]
    const refused = { outcome: 'refused', kind: 'forbidden' }
    const forZhou = chen.change('PatrolPlan', plan.id, { act: 'plan', plan })
    expect(await outcomeOf(chen, forZhou)).toMatchObject(refused)
    expect(await outcomeOf(wu, wu.change('Round', round, start))).toMatchObject(refused)
    const visit = wu.change('CheckpointVisit', newId(), record)
    expect(await outcomeOf(wu, visit)).toMatchObject(refused)
  })

  it('[NC3] its tickets are ordinary: the guard gets them', async () => {
    const { server, zhou, plans, begins } = await setUp()
    const wu = await server.phone(['security'])
    const ticket = newId<string>()
    const act = receiveTicket(server.community, zhou.caller.staff, { title: '岗亭灯不亮' })
    await zhou.sync([plans(), begins(), zhou.change('Ticket', ticket, act)])
    expect(await heldBy(wu)).toEqual([ticket])
  })

  it('[NC4] is not handed over', async () => {
    const { zhou, round, start, plans, begins } = await setUp()
    const give = { ...start, act: 'handOver', to: newId<string>(), reason: '走不开' }
    const { outcomes } = await zhou.sync([plans(), begins(), zhou.change('Round', round, give)])
    expect(outcomes.at(-1)).toMatchObject({ outcome: 'refused', kind: 'malformed' })
  })

  it('[PE2] a person’s own scope is theirs alone; findings of checks are for supervisors and managers', () => {
    const [staff, community] = [newId<StaffId>(), newId<CommunityId>()]
    for (const role of ROLES) {
      const scopes = scopesOf([{ role, community, buildings: [] }], staff)
      expect(scopes).toContain(`own:${staff}`)
      expect(scopes.includes(`checks:${community}`)).toBe(CHECKERS.includes(role))
    }
    expect(scopesOf([], staff)).toEqual([])
  })
})
