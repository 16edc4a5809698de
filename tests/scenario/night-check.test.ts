import { beforeEach, describe, expect, it } from 'vitest'
import { calendarDay } from '../../src/domain/calendar-day'
import type { PatrolPlan } from '../../src/domain/patrol-plan'
import type { Role } from '../../src/domain/role'
import { roundsDue } from '../../src/domain/round-due'
import type { TicketId } from '../../src/domain/ticket/ticket'
import { nameId, newId } from '../support/build/ids'
import { receiveTicket } from '../support/build/ticket'
import { clock, nightRoundOf, Walker } from '../support/round-story'
import { beginStory, StoryPhone } from '../support/story'

const DAY = calendarDay(2026, 9, 20)

/** What a phone would ask of its person that night, by the plans it holds. */
const dueOn = async (phone: StoryPhone) => {
  const rows = await (await phone.database()).patrolPlans.toArray()
  const plans = rows.map(({ record }) => record)
  return roundsDue(plans, DAY, DAY, 'Asia/Shanghai', nameId)
}
/** How much of a night check lies on a phone: plans, rounds, what was found. */
const traces = async (phone: StoryPhone) => {
  const { patrolPlans, rounds, checkpointVisits } = await phone.database()
  return Promise.all([patrolPlans, rounds, checkpointVisits].map((table) => table.count()))
}

describe.each([
  ['主管', 'supervisor', 'manager'],
  ['经理', 'manager', 'supervisor'],
] as const)('%s夜查', (_who, checks: Role, oversees: Role) => {
  let story: ReturnType<typeof beginStory>
  /** The checker at the office computer, and with the phone in the pocket. */
  let desk: StoryPhone
  let pocket: StoryPhone
  let other: StoryPhone
  let guard: StoryPhone
  let steward: StoryPhone
  let plan: PatrolPlan

  const everyone = async () => {
    for (const phone of [desk, pocket, other, guard, steward, desk, pocket, other])
      await phone.uploads()
  }
  const plansAtTheDesk = async () => {
    plan = {
      ...{ id: newId(), community: story.server.community, name: '夜查门岗', route: newId() },
      ...{ weekdays: [7], from: DAY, until: DAY, roles: [checks], walkers: [desk.caller.staff] },
      slots: [{ key: 'check', name: '夜查', opens: 23 * 60, closes: 27 * 60 }],
      nightCheck: { checker: desk.caller.staff },
    }
    const act = { act: 'plan' as const, plan }
    await desk.saves([{ kind: 'PatrolPlan', record: plan.id, act }], clock(17))
  }
  /** The round as the plan on that phone asks for it. */
  const walks = async (phone: StoryPhone) => {
    const [due] = await dueOn(phone)
    if (!due) throw new Error(`${phone.name} has nothing to walk`)
    const round = nightRoundOf(story, {
      ...{ plan: plan.id, route: plan.route, name: plan.name, day: due.day, slot: due.slot.key },
      ...{ opensAt: due.opensAt, closesAt: due.closesAt, nightCheck: plan.nightCheck },
    })
    expect(round.id).toBe(due.id)
    return { walker: new Walker(phone, round), at: (each: StoryPhone) => new Walker(each, round) }
  }

  beforeEach(async () => {
    story = beginStory()
    pocket = await story.phone('周', [checks])
    desk = new StoryPhone('周的电脑', story.server, pocket.caller)
    other = await story.phone('陈', [oversees])
    guard = await story.phone('王', ['security'])
    steward = await story.phone('李', ['steward'])
  })

  it('下午在电脑上安排,只有他自己的手机上有;没信号走过半夜,早上交上来,主管、经理都看得到,按走的时间算', async () => {
    await plansAtTheDesk()
    await everyone()
    expect(await dueOn(pocket)).toMatchObject([{ opensAt: clock(23), closesAt: clock(27) }])
    for (const phone of [other, guard, steward]) expect(await traces(phone)).toEqual([0, 0, 0])

    const { walker, at } = await walks(pocket)
    pocket.goesDownstairs()
    await walker.looksAt(1, clock(23, 40))
    await walker.looksAt(2, clock(23, 58))
    pocket.dies()
    await walker.looksAt(3, clock(24, 15), { abnormal: 1 })
    const asleep: TicketId = newId()
    const found = receiveTicket(story.server.community, pocket.caller.staff, { title: '岗亭没人' })
    await pocket.saves([{ kind: 'Ticket', record: asleep, act: found }], clock(24, 15))
    await walker.looksAt(4, clock(24, 40))
    await walker.finishes(clock(24, 45))
    await everyone()
    for (const phone of [desk, other, guard, steward])
      expect((await at(phone).sees()).round).toBeNull()

    story.server.clock = Math.max(story.server.clock, clock(32))
    pocket.comesUp()
    await everyone()
    for (const phone of [pocket, desk, other]) {
      const seen = await at(phone).sees()
      expect(seen).toMatchObject({
        judgement: 'done',
        round: { day: DAY, startedAt: clock(23, 40), endedAt: clock(24, 45) },
      })
      expect(seen.states).toEqual(['normal', 'normal', 'abnormal', 'normal'])
      expect(seen.whoWalked).toEqual(Array(4).fill(pocket.caller.staff))
    }
    for (const phone of [guard, steward]) {
      expect(await traces(phone)).toEqual([0, 0, 0])
      expect((await phone.sees(asleep))?.title).toBe('岗亭没人')
    }
  })

  it('半夜有急事没查完:写明原因提前结束,已查的留着;夜查不转交', async () => {
    await plansAtTheDesk()
    await everyone()
    const { walker, at } = await walks(pocket)
    await walker.looksAt(1, clock(23, 40))
    await expect(walker.handsOver(at(guard), '有急事', clock(23, 50))).rejects.toThrow('refused')
    await walker.endsEarly('接到火警', clock(24, 5))
    await everyone()
    expect(await at(other).sees()).toMatchObject({
      ...{ judgement: 'endedEarly', states: ['normal', 'open', 'open', 'open'] },
      round: { endedAt: clock(24, 5) },
    })
    expect(await traces(guard)).toEqual([0, 0, 0])
  })

  it('安排了没去查:第二天自己看得到漏了,别人仍然不知道有过', async () => {
    await plansAtTheDesk()
    await everyone()
    story.server.clock = Math.max(story.server.clock, clock(33))
    const { at } = await walks(desk)
    expect(await at(desk).sees()).toMatchObject({ round: null, judgement: 'missed' })
    await everyone()
    for (const phone of [other, guard, steward]) expect(await traces(phone)).toEqual([0, 0, 0])
  })
})
