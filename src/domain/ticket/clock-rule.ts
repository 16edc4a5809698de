import type { Figure } from '../clock/timing'
import { calendarFrom } from '../clock/working-calendar'
import { addWorkingMinutes } from '../clock/working-time'
import type { Community } from '../community'
import type { Instant } from '../instant'
import { localDay } from '../time-zone'
import type { Due, Ticket } from './ticket'
import type { ClockName, TicketTiming } from './timing'

export type Matter = Pick<Ticket, 'kind' | 'gravity' | 'urgent'> & {
  readonly origin?: Ticket['origin']
}

/** By which figure the matter itself is settled; praise asks for nothing but thanks. */
const settledBy = ({ kind }: Matter): Figure | null => {
  switch (kind) {
    case 'hazard':
    case 'defect':
      return kind
    case 'repair':
      return 'ordinaryRepair'
    case 'complaint':
      return 'complaintResolve'
    case 'enquiry':
    case 'help':
    case 'suggestion':
      return 'enquiry'
    case 'praise':
      return null
  }
}

const isLetter = ({ origin }: Matter): boolean =>
  origin?.by === 'owner' && origin.channel === 'letter'

const isSaid = ({ origin }: Matter): boolean => origin?.by === 'owner'

/** [CK7] Which clocks a matter has, by its kind, gravity and how it came. */
const figuresOf = (matter: Matter): readonly (readonly [ClockName, Figure])[] => {
  const isMajor = matter.gravity === 'major'
  const settled = settledBy(matter)
  return [
    ...(isMajor ? ([['leader', 'majorToLeader']] as const) : []),
    ...(matter.urgent ? ([['onSite', 'urgentOnSite']] as const) : []),
    ['firstAnswer', 'complaintFirstAnswer'],
    ...(matter.kind === 'complaint' ? ([['verify', 'complaintVerify']] as const) : []),
    ...(matter.kind === 'complaint' && isSaid(matter)
      ? ([['verify', 'complaintVerify']] as const)
      : []),
    ...(settled ? ([['resolve', settled]] as const) : []),
    ...(isLetter(matter) ? ([['written', 'writtenAnswer']] as const) : []),
    ['silence', isMajor ? 'silenceMajor' : 'silenceOrdinary'],
  ]
}

type Timed = Pick<Community, 'deadlines' | 'timing' | 'zone'>

/** A ticket may take so many days; beyond them only its weekdays count. */
const DAYS_KEPT = 120

const timingOf = (
  matter: Matter,
  from: Instant,
  { deadlines, timing, zone }: Timed,
): TicketTiming => {
  const minutes = { ...deadlines, ...timing.figures }
  return {
    ...{ from, zone, calendar: calendarFrom(timing.calendar, localDay(from, zone), DAYS_KEPT) },
    clocks: figuresOf(matter).map(([clock, figure]) => ({
      ...{ clock, figure, minutes: minutes[figure], hours: timing.hours[figure] },
    })),
  }
}

const ruleOf = (matter: Matter): Due['rule'] => {
  if (matter.gravity === 'major') return 'majorToLeader'
  if (matter.urgent) return 'urgentOnSite'
  if (matter.kind === 'hazard') return 'hazard'
  if (matter.kind === 'defect') return 'defect'
  if (matter.kind === 'repair') return 'ordinaryRepair'
  return 'complaintFirstAnswer'
}

/** [TK7] The clocks a new ticket starts with, in the community's figures and calendar of the day. */
export const dueOf = (matter: Matter, from: Instant, community: Timed): Due => {
  const rule = ruleOf(matter)
  const { deadlines, timing, zone } = community
  const pace = { zone, calendar: timing.calendar, hours: timing.hours[rule] }
  return {
    ...{ at: addWorkingMinutes(from, deadlines[rule], pace), rule, version: deadlines.version },
    timing: timingOf(matter, from, community),
  }
}

type TimedClock = TicketTiming['clocks'][number]

/**
 * [MJ2] [MJ4] The clocks of a ticket whose gravity is another now: the leader's comes or goes and silence
 * is allowed for as long as that gravity says; all others, and the calendar, stay as they were set ([CK6]).
 */
export const dueAs = (held: Ticket, gravity: Ticket['gravity'], community: Timed): Due => {
  const { timing } = held.due
  if (!timing) return dueOf({ ...held, gravity }, held.receivedAt, community)
  const minutes = { ...community.deadlines, ...community.timing.figures }
  const clockBy = (clock: ClockName, figure: Figure): TimedClock => ({
    ...{ clock, figure, minutes: minutes[figure], hours: community.timing.hours[figure] },
  })
  const isMajor = gravity === 'major'
  const silence = clockBy('silence', isMajor ? 'silenceMajor' : 'silenceOrdinary')
  const others = timing.clocks.filter(({ clock }) => clock !== 'leader')
  const clocks = others.map((each) => (each.clock === 'silence' ? silence : each))
  const leader = isMajor ? [clockBy('leader', 'majorToLeader')] : []
  return { ...held.due, timing: { ...timing, clocks: [...leader, ...clocks] } }
}
