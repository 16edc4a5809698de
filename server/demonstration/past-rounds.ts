import { v5 } from 'uuid'
import { weekdayOf } from '../../src/domain/calendar-day'
import type { Checkpoint } from '../../src/domain/checkpoint'
import { MINUTE, type Instant } from '../../src/domain/instant'
import { roundsDue, type RoundDue } from '../../src/domain/round-due'
import type { Route } from '../../src/domain/route'
import { localDay } from '../../src/domain/time-zone'
import { askedRound } from './asked-round'
import { CHECKLISTS } from './checklists'
import { Findings } from './finding'
import { colleagueOf, stewardOf, walkerOf } from './rota'
import type { Hand } from './timeline'
import { checklistKeys, Visitor } from './visit'
import type { World } from './world'

const EARLY_ENDS: readonly string[] = [
  ...['突发事件,5栋漏水过去抢修', '换班交接,剩下的交给下一班', '天气原因,雷雨先撤下来'],
  ...['业主求助,送老人去门诊', '临时配合消防支队检查'],
]
const MADE_UP: readonly string[] = ['当班抢修漏水,现在补检', '上一班没走成,补检']
const SKIPS: readonly string[] = ['门锁打不开', '正在施工', '设备检修', '有人占用']

/** Walked today as far as the day has come; the rest waits for whoever tries the product. */
const UNDER_WAY: readonly string[] = [
  ...['秩序巡逻', '电梯日巡', '设备房巡检', '一期保洁检查', '二期保洁检查', '绿化养护'],
]

const HANDED_OVER: readonly string[] = [
  ...['家里有急事,请假两小时', '被派去抢修,走不开', '外出培训', '临时去街道开会'],
]

type Fate = 'inTime' | 'late' | 'missed' | 'madeUp' | 'endedEarly' | 'handedOver'

/** Most rounds are walked as planned; nights and Sundays fare a little worse. */
const fateOf = (world: World, due: RoundDue): Fate => {
  const isHard = due.slot.opens >= 1_260 || weekdayOf(due.day) === 7
  const luck = world.chance.next() * (isHard ? 0.6 : 1)
  if (luck < 0.018) return 'missed'
  if (luck < 0.032) return 'madeUp'
  if (luck < 0.048) return 'endedEarly'
  if (luck < 0.07) return 'handedOver'
  return luck < 0.107 ? 'late' : 'inTime'
}

class PastWalker {
  readonly #busyUntil = new Map<Hand, Instant>()
  readonly #lastEnd = new Map<string, Instant>()
  readonly #visitor: Visitor

  constructor(private readonly world: World) {
    const keys = checklistKeys(world.forms, CHECKLISTS)
    this.#visitor = new Visitor(world, new Findings(world.chance), keys)
  }

  walk(due: RoundDue, fate: Fate): void {
    const { planning, chance } = this.world
    const route = planning.routes.find(({ id }) => id === due.plan.route)
    if (!route || fate === 'missed') return
    const points = route.stops.flatMap(
      (id) => planning.checkpoints.find((each) => each.id === id) ?? [],
    )
    const planned = this.world.hand(walkerOf(due.plan.name, due.slot.key, due.day))
    const main = fate === 'handedOver' ? this.#handOver(due, points, planned, route.order) : planned
    const walked = route.order === 'any' && chance.isLucky(0.3) ? points.toReversed() : points
    let at = this.#begins(due, fate, main, points.length)
    this.#start(due, points, main, at, route.order)
    const enough = fate === 'endedEarly' ? chance.whole(1, points.length - 1) : points.length
    const onRound = new Set([main])
    for (const point of walked.slice(0, enough)) {
      at += chance.whole(3, fate === 'late' ? 12 : 7) * MINUTE
      const hand = this.#handAt(due, point, main)
      if (!onRound.has(hand)) this.#start(due, points, hand, at - MINUTE, route.order)
      onRound.add(hand)
      if (chance.isLucky(0.006)) this.#skip(due, point, hand, at)
      else this.#visitor.visit({ due, hand, point, at })
    }
    at += chance.whole(1, 4) * MINUTE
    this.#end(due, fate, main, at)
    this.#lastEnd.set(due.plan.id, at)
    for (const hand of onRound) this.#busyUntil.set(hand, at)
  }

  /** In the window, after what the walker did before; a late one begins when it is all but over. */
  #begins({ opensAt, closesAt }: RoundDue, fate: Fate, hand: Hand, stops: number): Instant {
    const { chance } = this.world
    if (fate === 'madeUp') return closesAt + chance.whole(8, 200) * MINUTE
    if (fate === 'late') return closesAt - chance.whole(2, 3 * stops) * MINUTE
    const slack = Math.max(6, (closesAt - opensAt) / MINUTE - stops * 8)
    const wanted = opensAt + chance.whole(2, Math.max(6, Math.floor(slack * 0.5))) * MINUTE
    return Math.max(wanted, (this.#busyUntil.get(hand) ?? 0) + chance.whole(4, 12) * MINUTE)
  }

  #asked(due: RoundDue, points: readonly Checkpoint[], order: Route['order']) {
    return askedRound(this.world, due, points, order, this.#lastEnd.get(due.plan.id) ?? null)
  }

  /** Before it begins, to a colleague of the same duty, where there is one. */
  #handOver(due: RoundDue, points: readonly Checkpoint[], from: Hand, order: Route['order']): Hand {
    const { chance, timeline } = this.world
    const { plan, slot, day, opensAt, id } = due
    const to = this.world.hand(colleagueOf(plan.name, slot.key, day))
    if (to === from || plan.nightCheck) return from
    const reason = chance.pick(HANDED_OVER)
    const asked = this.#asked(due, points, order)
    const deed = { act: 'handOver' as const, ...asked, to: to.staff, reason }
    timeline.add(from, opensAt - chance.whole(5, 60) * MINUTE, 'Round', id, deed)
    return to
  }

  #start(
    due: RoundDue,
    points: readonly Checkpoint[],
    hand: Hand,
    at: Instant,
    order: Route['order'],
  ): void {
    const why = at > due.closesAt ? { why: this.world.chance.pick(MADE_UP) } : {}
    const asked = this.#asked(due, points, order)
    this.world.timeline.add(hand, at, 'Round', due.id, { act: 'start', ...asked, ...why })
  }

  #handAt({ plan, day }: RoundDue, point: Checkpoint, main: Hand): Hand {
    const building = /^(\d)栋/.exec(point.name)?.[1]
    if (plan.name !== '楼栋巡查' || !building) return main
    return this.world.hand(stewardOf(Number(building), day))
  }

  #skip({ id }: RoundDue, point: Checkpoint, hand: Hand, at: Instant): void {
    const reason = this.world.chance.pick(SKIPS)
    this.world.timeline.add(hand, at, 'Round', id, { act: 'skip', checkpoint: point.id, reason })
  }

  #end({ id }: RoundDue, fate: Fate, hand: Hand, at: Instant): void {
    const { chance, timeline } = this.world
    timeline.add(
      ...([hand, at, 'Round', id] as const),
      fate === 'endedEarly'
        ? { act: 'endEarly', from: 'underway', reason: chance.pick(EARLY_ENDS) }
        : { act: 'finish', from: 'underway' },
    )
  }
}

/** Sixty days of rounds, and of today as far as it has come. */
export const walkThePast = (world: World): void => {
  const { now, zone, began } = world
  const nameId = (namespace: string, name: string) => v5(name, namespace)
  const first = localDay(began, zone)
  const walker = new PastWalker(world)
  for (const due of roundsDue(world.planning.plans, first, localDay(now, zone), zone, nameId)) {
    if (due.opensAt < began) continue
    if (due.closesAt <= now) walker.walk(due, fateOf(world, due))
    else if (UNDER_WAY.includes(due.plan.name)) walker.walk(due, 'inTime')
  }
}
