import type { Figure } from '../clock/timing'
import type { Hours } from '../clock/working-calendar'
import { addWorking, addWorkingMinutes, workingBetween, type Pace } from '../clock/working-time'
import type { Instant } from '../instant'
import { hasSomeoneToTell, whatClosingNeeds } from './closing'
import type { TicketEntry } from './entry'
import { standing } from './still-standing'
import { answerDueOf, nextWordOf } from './next-word'
import { pausesOf, type Pause } from './pause'
import type { Due, Ticket } from './ticket'
import type { ClockName, TicketTiming } from './timing'

type Timed = TicketTiming['clocks'][number]

/** How a clock came to its instant, for whoever asks why. */
export interface Arithmetic {
  readonly from: Instant
  readonly minutes: number
  readonly pace: Pace
  readonly pauses: readonly Pause[]
}

/** One clock of a ticket: until when, and when what it waited for was done. */
export interface TicketClock {
  /** `word` is what was agreed with an owner, `official` what 12345 or the office want; `work` the only clock of a ticket of an earlier app. */
  readonly clock: ClockName | 'word' | 'official' | 'work'
  readonly figure: Figure | null
  readonly at: Instant
  /** Null while it runs. */
  readonly endedAt: Instant | null
  readonly arithmetic: Arithmetic | null
}

/** When the owner was last reached. */
export const lastToldAt = (ticket: Ticket): Instant | null =>
  ticket.thread.reduce<Instant | null>(
    (last, entry) =>
      entry.kind === 'told' && entry.reached ? Math.max(last ?? 0, entry.at) : last,
    null,
  )

/** [TK11] Put off, it waits until then, and never less than before. */
export const notBeforePutOff = (ticket: Ticket, at: Instant): Instant =>
  ticket.status === 'putOff' ? Math.max(at, ticket.until) : at

const resolvedAtOf = (ticket: Ticket): Instant | null =>
  ticket.status === 'resolved' || ticket.status === 'closed' ? ticket.resolvedAt : null

/** [CK9] Each pause that began while the clock still ran moves its end by what counted of it. */
const afterPauses = (at: Instant, pauses: readonly Pause[], pace: Pace): Instant =>
  pauses.reduce(
    (end, { from, to }) =>
      from < end ? addWorking(end, workingBetween(from, to, pace), pace) : end,
    at,
  )

/** Whether what is put right still waits for an owner to hear of it. */
const isTellingOver = (ticket: Ticket): boolean =>
  ticket.status === 'closed' ||
  (ticket.status === 'resolved' && whatClosingNeeds(ticket) !== 'tell-owner')

/** Whoever did it first, not whoever’s phone was heard first. */
const earliest = (
  ticket: Ticket,
  from: Instant,
  isMeant: (entry: TicketEntry) => boolean,
): Instant | null =>
  standing(ticket.thread)
    .filter((entry) => entry.at >= from && isMeant(entry))
    .reduce<Instant | null>((first, { at }) => Math.min(first ?? at, at), null)

const toldFrom = (ticket: Ticket, from: Instant, isByLetter: boolean): Instant | null =>
  earliest(
    ticket,
    from,
    (entry) =>
      entry.kind === 'told' && entry.reached && (!isByLetter || entry.channel === 'letter'),
  )

/** [CK8] When what a clock waits for was done. */
const endOf = (ticket: Ticket, clock: ClockName, from: Instant): Instant | null => {
  const over = isTellingOver(ticket) ? resolvedAtOf(ticket) : null
  switch (clock) {
    case 'onSite':
      return earliest(ticket, from, ({ kind }) => kind === 'started') ?? resolvedAtOf(ticket)
    case 'firstAnswer':
      return toldFrom(ticket, from, false) ?? over
    case 'written':
      return toldFrom(ticket, from, true) ?? over
    case 'silence':
      return over
    case 'leader':
      return ticket.major?.heededAt ?? resolvedAtOf(ticket)
    case 'verify':
      return earliest(ticket, from, ({ kind }) => kind === 'verified') ?? resolvedAtOf(ticket)
    case 'resolve':
      return resolvedAtOf(ticket)
  }
}

const TELLS: readonly ClockName[] = ['firstAnswer', 'written', 'silence']

/** [CK8] No owner waits, or a word is agreed with the one who does: silence is no matter. */
const isMeant = (ticket: Ticket, clock: ClockName): boolean => {
  if (!TELLS.includes(clock)) return true
  if (!hasSomeoneToTell(ticket)) return false
  return clock !== 'silence' || nextWordOf(ticket) === null
}

/** Silence counts from the last word, the leader's clock from when it was handed over. */
const beganAt = (ticket: Ticket, clock: ClockName, began: Instant): Instant => {
  if (clock === 'silence') return Math.max(began, lastToldAt(ticket) ?? 0)
  return clock === 'leader' ? Math.max(began, ticket.major?.raisedAt ?? 0) : began
}

const clockOfTimed = (
  ticket: Ticket,
  { clock, figure, minutes, hours }: Timed,
  { from: began, zone, calendar }: TicketTiming,
): TicketClock => {
  const pace = { zone, calendar, hours: hours satisfies Hours }
  const from = beganAt(ticket, clock, began)
  // [CK9] A wait that began before the clock counts from where the clock does.
  const pauses =
    clock === 'leader'
      ? []
      : pausesOf(ticket)
          .filter(({ to }) => to > from)
          .map((pause) => ({ ...pause, from: Math.max(pause.from, from) }))
  const reached = afterPauses(addWorkingMinutes(from, minutes, pace), pauses, pace)
  return {
    ...{ clock, figure, endedAt: endOf(ticket, clock, began) },
    at: clock === 'resolve' ? notBeforePutOff(ticket, reached) : reached,
    arithmetic: { from, minutes, pace, pauses },
  }
}

/** [TK25] The word agreed with an owner. */
const wordOf = (ticket: Ticket): readonly TicketClock[] => {
  const at = nextWordOf(ticket)
  return at === null
    ? []
    : [{ ...{ clock: 'word', figure: null, at }, endedAt: null, arithmetic: null }]
}

/** [IN5] By when 12345 or the neighbourhood office is to be answered. */
const officialOf = (ticket: Ticket): readonly TicketClock[] => {
  const at = answerDueOf(ticket)
  return at === null
    ? []
    : [{ ...{ clock: 'official', figure: null, at }, endedAt: null, arithmetic: null }]
}

const workOf = (ticket: Ticket, due: Due): TicketClock => ({
  ...{ clock: 'work', figure: due.rule, endedAt: resolvedAtOf(ticket), arithmetic: null },
  at: notBeforePutOff(ticket, due.at),
})

const workOut = (ticket: Ticket): readonly TicketClock[] => {
  const { timing } = ticket.due
  const own = timing
    ? timing.clocks
        .filter(({ clock }) => isMeant(ticket, clock))
        .map((timed) => clockOfTimed(ticket, timed, timing))
    : [workOf(ticket, ticket.due)]
  const rank = ({ endedAt }: TicketClock) => (endedAt === null ? 0 : 1)
  return [...wordOf(ticket), ...officialOf(ticket), ...own].sort(
    (a, b) => rank(a) - rank(b) || a.at - b.at,
  )
}

/** A ticket never changes, a next one takes its place: lists and their order ask for its clocks often. */
const workedOut = new WeakMap<Ticket, readonly TicketClock[]>()

/** [CK8] Every clock of a ticket, those that run first, the nearest of them first. */
export const clocksOf = (ticket: Ticket): readonly TicketClock[] => {
  const known = workedOut.get(ticket)
  if (known) return known
  const clocks = workOut(ticket)
  workedOut.set(ticket, clocks)
  return clocks
}

/** [TK25] The nearest clock that runs; null where none does. */
export const nearestClock = (ticket: Ticket): TicketClock | null => {
  const [first] = clocksOf(ticket)
  return first?.endedAt === null ? first : null
}
