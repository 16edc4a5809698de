import { isCalendarDay, type CalendarDay } from '../domain/calendar-day'
import type { CheckpointId } from '../domain/checkpoint'
import type { CommunityId } from '../domain/community'
import type { StaffId } from '../domain/id'
import type { PatrolPlan, PatrolPlanId, Slot } from '../domain/patrol-plan'
import { ROLES, type Role } from '../domain/role'
import type { RouteId } from '../domain/route'
import { clockMinutes, clockText } from './clock-number'

/** A time to walk it, as it stands in the form. */
export interface SlotWords {
  readonly key: string
  readonly name: string
  readonly opens: string
  readonly closes: string
}

/** A plan as somebody writes it. */
export interface PlanWords {
  name: string
  route: string
  by: 'week' | 'dates' | 'days'
  weekdays: readonly string[]
  dates: readonly string[]
  every: number | null
  slots: readonly SlotWords[]
  roles: readonly string[]
  walkers: readonly string[]
  /** Minutes between two rounds. */
  apart: number | null
  from: string
  until: string
}

const MINUTES_OF_DAY = 1_440
export const MOST_SLOTS = 24
const NAME = 60
const SLOT_NAME = 40
const DAYS_APART = { least: 2, most: 366 }
const MOST_APART = 2_880

export const blankPlan = (from: CalendarDay): PlanWords => ({
  ...{ name: '', route: '', by: 'week', weekdays: ['1', '2', '3', '4', '5', '6', '7'] },
  ...{ dates: [], every: null, roles: ['steward'], walkers: [], apart: null, from, until: '' },
  slots: [{ key: 's1', name: '', opens: '09:00', closes: '11:00' }],
})

/** As it goes on from a day: nothing of it changes before. */
export const wordsOfPlan = (plan: PatrolPlan, from: CalendarDay): PlanWords => ({
  ...{ name: plan.name, route: plan.route, by: plan.rhythm?.by ?? 'week' },
  weekdays: plan.weekdays.map(String),
  dates: plan.rhythm?.by === 'dates' ? plan.rhythm.dates.map(String) : [],
  every: plan.rhythm?.by === 'days' ? plan.rhythm.every : null,
  slots: plan.slots.map(({ key, name, opens, closes }) => ({
    ...{ key, name, opens: clockText(opens), closes: clockText(closes % MINUTES_OF_DAY) },
  })),
  ...{ roles: plan.roles, walkers: plan.walkers ?? [], apart: plan.spacing?.rounds ?? null },
  from: plan.from > from ? plan.from : from,
  until: plan.until !== null && plan.until >= from ? plan.until : '',
})

/** Whether a time ends on the day after the one it begins on. */
export const endsTomorrow = ({ opens, closes }: SlotWords): boolean => {
  const [from, until] = [clockMinutes(opens), clockMinutes(closes)]
  return from !== null && until !== null && until <= from
}

const slotOf = (words: SlotWords): Slot => {
  const closes = clockMinutes(words.closes) ?? 0
  return {
    ...{ key: words.key, name: words.name.trim(), opens: clockMinutes(words.opens) ?? 0 },
    closes: closes + (endsTomorrow(words) ? MINUTES_OF_DAY : 0),
  }
}

/** Where something is missing or cannot be, by the field it is said beside: `slots/0/name`. */
export const faultsOfPlan = (words: PlanWords, first: CalendarDay): ReadonlyMap<string, string> => {
  const faults = new Map<string, string>()
  const say = (field: string, fault: string, isSo: boolean) => {
    if (isSo && !faults.has(field)) faults.set(field, fault)
  }
  say('name', 'name', !words.name.trim() || words.name.trim().length > NAME)
  say('route', 'route', !words.route)
  say('weekdays', 'weekdays', words.by === 'week' && words.weekdays.length === 0)
  say('dates', 'dates', words.by === 'dates' && words.dates.length === 0)
  const every = words.every ?? 0
  const isRhythm = Number.isInteger(every) && every >= DAYS_APART.least && every <= DAYS_APART.most
  say('every', 'every', words.by === 'days' && !isRhythm)
  for (const [at, { name, opens, closes }] of words.slots.entries()) {
    const length = name.trim().length
    say(`slots/${at}/name`, 'slotName', length === 0 || length > SLOT_NAME)
    say(`slots/${at}/opens`, 'time', clockMinutes(opens) === null)
    say(`slots/${at}/closes`, 'time', clockMinutes(closes) === null)
  }
  say('roles', 'roles', words.roles.length === 0)
  const apart = words.apart ?? 0
  say('apart', 'apart', !Number.isInteger(apart) || apart < 0 || apart > MOST_APART)
  say('from', 'from', !isCalendarDay(words.from) || words.from < first)
  const hasEnd = words.until !== ''
  say('until', 'until', hasEnd && !isCalendarDay(words.until))
  say('until', 'order', hasEnd && words.until < words.from)
  return faults
}

const isRole = (text: string): text is Role => ROLES.some((role) => role === text)

/** What of the plan before stays, where the route is the same: when each stop is to be looked at. */
const windowsOf = (before: PatrolPlan | null, route: string, stops: readonly CheckpointId[]) => {
  if (!before?.windows || before.route !== route) return {}
  return { windows: before.windows.filter(({ checkpoint }) => stops.includes(checkpoint)) }
}

const numbers = (texts: readonly string[]) => texts.map(Number).sort((a, b) => a - b)

const rhythmOf = ({ by, dates, every }: PlanWords): Pick<PatrolPlan, 'rhythm'> => {
  if (by === 'dates') return { rhythm: { by, dates: numbers(dates) } }
  return by === 'days' ? { rhythm: { by, every: every ?? DAYS_APART.least } } : {}
}

/** The plan the words say; only asked where they have no fault. */
export const planOfWords = (
  words: PlanWords,
  id: PatrolPlanId,
  community: CommunityId,
  before: PatrolPlan | null,
  stops: readonly CheckpointId[],
): PatrolPlan => {
  const { rounds = null, visits = null } = before?.spacing ?? {}
  const spacing = { rounds: words.apart ?? null, visits }
  const hasSpacing = spacing.rounds !== null || visits !== null || rounds !== null
  const weekdays = words.by === 'week' ? numbers(words.weekdays) : [1, 2, 3, 4, 5, 6, 7]
  return {
    ...{ id, community, name: words.name.trim(), route: words.route as RouteId, weekdays },
    ...rhythmOf(words),
    slots: words.slots.map(slotOf),
    roles: words.roles.filter(isRole),
    walkers: words.walkers.length > 0 ? words.walkers.map((each) => each as StaffId) : null,
    from: words.from as CalendarDay,
    until: words.until === '' ? null : (words.until as CalendarDay),
    ...windowsOf(before, words.route, stops),
    ...(hasSpacing ? { spacing } : {}),
  }
}
