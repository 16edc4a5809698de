import { addDays } from '../../src/domain/calendar-day'
import type { Checkpoint } from '../../src/domain/checkpoint'
import type { Community } from '../../src/domain/community'
import type { Answer } from '../../src/domain/form/answer'
import { newestForm, type Form } from '../../src/domain/form/form'
import type { Item } from '../../src/domain/form/item'
import { MINUTE, type Instant } from '../../src/domain/instant'
import { roundsDue, type RoundDue } from '../../src/domain/round-due'
import { localDay } from '../../src/domain/time-zone'
import { dueOf } from '../../src/domain/ticket/question'
import { v5 } from 'uuid'
import type { Chance } from './chance'
import type { Planning } from './planning'
import { demonstrationId, type DemonstrationDevice } from './writer'

export interface Walker {
  readonly device: DemonstrationDevice
  readonly staff: Parameters<typeof demonstrationId>[0]
}

export interface Past {
  readonly community: Community
  readonly planning: Planning
  readonly forms: readonly Form[]
  readonly chance: Chance
  readonly now: Instant
  /** Whoever walks rounds of a plan, in turn. */
  readonly walkersOf: (planName: string) => readonly Walker[]
}

const DAYS = 6

const answerTo = (item: Item, chance: Chance, isBad: boolean): Answer | null => {
  switch (item.kind) {
    case 'verdict':
      return { item: item.id, value: isBad ? 'abnormal' : 'normal' }
    case 'number': {
      const least = item.least ?? 0
      const most = item.most ?? least + 1
      const share = 0.35 + chance.next() * 0.3
      return { item: item.id, value: Math.round((least + (most - least) * share) * 100) / 100 }
    }
    case 'choice':
      return null
    case 'text':
    case 'photo':
      return null
  }
}

const FINDINGS: Readonly<Record<string, string>> = {
  board: '有一张上月的停水通知没取下,已当场取下',
  mailbox: '3个信箱门合不上',
  sign: '2层安全出口指示灯不亮',
  door: '5层防火门闭门器松,关不严',
  extinguisher: '7层一具灭火器压力偏低',
  water: '东侧坡道口有积水,约两平方米',
  smoke: '排烟口百叶松动',
}

/** Walks a due round the way people do: some stops later than others, now and then a finding. */
const walk = (past: Past, due: RoundDue, walker: Walker): void => {
  const { chance, planning, community, forms } = past
  const route = planning.routes.find(({ id }) => id === due.plan.route)
  if (!route) return
  const points = route.stops.flatMap(
    (id) => planning.checkpoints.find((each) => each.id === id) ?? [],
  )
  const stops = points.flatMap((point) => {
    const form = newestForm(forms, point.form)
    return form ? [{ checkpoint: point.id, form: form.id }] : []
  })
  let at = due.opensAt + chance.whole(5, 40) * MINUTE
  const { plan, slot, day, opensAt, closesAt } = due
  walker.device.do(at, 'Round', due.id, {
    ...{
      act: 'start',
      community: community.id,
      plan: plan.id,
      day,
      slot: slot.key,
      route: route.id,
    },
    ...{ name: `${slot.name}${plan.name}`, order: route.order, opensAt, closesAt, stops },
  })
  for (const point of points) {
    at += chance.whole(4, 11) * MINUTE
    if (at > past.now) return
    visit(past, due, walker, point, at)
  }
  at += 2 * MINUTE
  if (at <= past.now) walker.device.do(at, 'Round', due.id, { act: 'finish', from: 'underway' })
}

const visit = (past: Past, due: RoundDue, walker: Walker, point: Checkpoint, at: Instant): void => {
  const { chance, community, forms } = past
  const form = newestForm(forms, point.form)
  if (!form) return
  const bad = form.items.find((item) => FINDINGS[item.id] !== undefined && chance.isLucky(0.02))
  const name = `${due.id} ${point.id}`
  const id = demonstrationId<string>(`visit ${name}`)
  const ticket = demonstrationId<string>(`ticket ${name}`)
  const answers = form.items.flatMap((item): Answer[] => {
    const answer = answerTo(item, chance, item === bad)
    if (!answer || item.when) return []
    const words = FINDINGS[item.id] ?? ''
    return item === bad
      ? [{ ...answer, words, remedy: { kind: 'ticket', ticket: ticket as never } }]
      : [answer]
  })
  walker.device.do(at, 'CheckpointVisit', id, {
    ...{
      act: 'record',
      community: community.id,
      round: due.id,
      checkpoint: point.id,
      form: form.id,
    },
    ...{ checkIn: { by: 'qr', at: at - MINUTE }, answers, abnormal: bad ? 1 : 0 },
  })
  if (!bad) return
  const matter = { kind: 'defect', gravity: 'ordinary', urgent: false } as const
  walker.device.do(at, 'Ticket', ticket, {
    ...{ act: 'receive', community: community.id, ...matter, title: FINDINGS[bad.id] ?? bad.title },
    ...{ words: `${point.name}:${bad.title}`, place: point.place, facility: point.facility },
    ...{ spot: '', home: null, caller: null, photos: [], fixed: null },
    origin: { by: 'round', round: due.id, checkpoint: point.id, visit: id as never, item: bad.id },
    firstResponsible: walker.staff as never,
    due: dueOf(matter, at, community.deadlines),
  })
}

/** The rounds of the last days, and of today as far as it has come. */
export const walkThePast = (past: Past): void => {
  const today = localDay(past.now, past.community.zone)
  const first = addDays(today, -DAYS)
  const nameId = (namespace: string, name: string) => v5(name, namespace)
  const due = roundsDue(past.planning.plans, first, today, past.community.zone, nameId)
  for (const [index, each] of due.entries()) {
    const walkers = past.walkersOf(each.plan.name)
    const walker = walkers[index % walkers.length]
    const isToday = each.day === today
    // Today's later rounds are left to whoever tries the product; now and then one was missed.
    if (!walker || each.closesAt > past.now || (!isToday && past.chance.isLucky(0.06))) continue
    walk(past, each, walker)
  }
}
