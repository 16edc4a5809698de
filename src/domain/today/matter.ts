import type { KindName } from '../kind-table'
import type { Instant } from '../instant'
import type { OwnerPromise } from '../promise/promise'
import type { Ticket } from '../ticket/ticket'
import type { Errand } from './errand'
import { isAhead, STANDINGS, type Onlooker, type Standing } from './standing'
import { promiseStanding } from './promise-standing'
import { ticketStanding } from './ticket-standing'
import { walkStanding, type Walk } from './walk-standing'

/** Something begun and left: the draft's key and when it was last touched. */
export interface Begun {
  readonly key: string
  readonly at: Instant
}

/** A record the server would not take; a visit's names the round it was made on. */
export interface Refused {
  readonly kind: KindName
  readonly id: string
  readonly round: string | null
  readonly at: Instant
}

interface MatterBase {
  /** `ticket/…`, `round/…`, `promise/…`, `begun/…`, `refused/…`, an errand's own: one matter, one key. */
  readonly key: string
  readonly standing: Standing
  /** Its nearest clock; null where none runs. */
  readonly at: Instant | null
  /** When something of it was left half done. */
  readonly begunAt: Instant | null
  /** How many pieces of it the server would not take. */
  readonly refused: number
}

/** One line of Today (一件事): whatever belongs to one trouble, with its nearest clock. */
export type Matter<Round extends Walk = Walk> = MatterBase &
  (
    | {
        readonly kind: 'ticket'
        readonly ticket: Ticket
        /** [PR3] The promise out of it whose clock is the line's. */
        readonly promise?: OwnerPromise
      }
    | { readonly kind: 'promise'; readonly promise: OwnerPromise }
    | { readonly kind: 'round'; readonly walk: Round }
    | { readonly kind: 'errand'; readonly errand: Errand }
    | { readonly kind: 'begun'; readonly draft: string }
    | { readonly kind: 'refused'; readonly record: Pick<Refused, 'kind' | 'id'> }
  )

export interface DayInHand<Round extends Walk> {
  readonly tickets: readonly Ticket[]
  readonly walks: readonly Round[]
  /** Theirs to keep, or to take over; and of those that ended, today's. */
  readonly promises: readonly OwnerPromise[]
  readonly begun: readonly Begun[]
  readonly refused: readonly Refused[]
  readonly errands?: readonly Errand[]
}

/**
 * Whose matter a draft belongs to: `visit/round/stop` and `make-up/round` the round's, `taking/id` the
 * handover's, `ticket/id/…` and `promise/id/…` theirs.
 */
const matterOfDraft = (key: string): string => {
  const [first = '', second = ''] = key.split('/')
  if (first === 'visit' || first === 'make-up') return `round/${second}`
  if (first === 'intake') return `begun/intake/${second}`
  const isOfTicket = first === 'ticket' || (first === 'repair' && second !== 'new')
  if (isOfTicket && second) return `ticket/${second}`
  if (first === 'wrap-up' || first === 'weekly-sheet') return key
  if (first === 'taking') return `handover/${second}`
  return first === 'promise' ? `promise/${second}` : `begun/${key}`
}

const matterOfRefused = ({ kind, id, round }: Refused): string => {
  if (round !== null) return `round/${round}`
  if (kind === 'Ticket') return `ticket/${id}`
  if (kind === 'OwnerPromise') return `promise/${id}`
  return kind === 'Round' ? `round/${id}` : `refused/${kind}/${id}`
}

/** [TD3] Put right on the spot during a round that is a line itself: the round's line says it. */
const isSaidByRound = (ticket: Ticket, lines: ReadonlySet<string>): boolean =>
  ticket.status === 'closed' &&
  ticket.closing === 'fixedOnSpot' &&
  ticket.origin.by === 'round' &&
  lines.has(`round/${ticket.origin.round}`)

/** What is left half done or was not taken makes a line urgent; it never makes a second line. */
const raised = (standing: Standing, to: Standing): Standing =>
  isAhead(to, standing) ? to : standing

/** [PR3] Into the line of its ticket, where that is one; else a line of its own. */
const addPromise = <Round extends Walk>(
  lines: Map<string, Matter<Round>>,
  promise: OwnerPromise,
  looker: Onlooker,
): void => {
  const stands = promiseStanding(promise, looker)
  if (!stands) return
  // [PR8] Asked to take it over, one has to answer: that is a line of its own.
  const isAsked = promise.status === 'open' && promise.passingTo === looker.staff
  const isOfTicket = promise.from.by === 'ticket' && !isAsked
  const line = isOfTicket ? lines.get(`ticket/${promise.from.ticket}`) : undefined
  if (line?.kind === 'ticket' && line.standing !== 'done') {
    const isNearer = (stands.at ?? Infinity) < (line.at ?? Infinity)
    if (stands.standing === 'done' || !isNearer) return
    const { at } = stands
    lines.set(line.key, { ...line, promise, at, standing: raised(line.standing, stands.standing) })
    return
  }
  const key = `promise/${promise.id}`
  lines.set(key, { kind: 'promise', key, promise, ...stands, begunAt: null, refused: 0 })
}

const linesOf = <Round extends Walk>(
  { tickets, walks, errands = [] }: DayInHand<Round>,
  looker: Onlooker,
): Matter<Round>[] => {
  const none = { begunAt: null, refused: 0 }
  const rounds = walks.flatMap((walk): Matter<Round>[] => {
    const stands = walkStanding(walk, looker)
    return stands ? [{ kind: 'round', key: `round/${walk.id}`, walk, ...stands, ...none }] : []
  })
  const lines = new Set(rounds.map(({ key }) => key))
  const own = [...new Map(tickets.map((ticket) => [ticket.id, ticket])).values()]
    .filter((ticket) => !isSaidByRound(ticket, lines))
    .flatMap((ticket): Matter<Round>[] => {
      const stands = ticketStanding(ticket, looker)
      return stands
        ? [{ kind: 'ticket', key: `ticket/${ticket.id}`, ticket, ...stands, ...none }]
        : []
    })
  const ends = errands.map((errand): Matter<Round> => {
    const { key, standing, at } = errand
    return { kind: 'errand', key, standing, at, errand, ...none }
  })
  // [TD1] What came as far as somebody who has it in hand anyway is the one line.
  return [...rounds, ...own, ...ends, ...own.filter(({ standing }) => standing !== 'done')]
}

/** A stop looked at once more and left so does not open a round that is behind us. */
const withBegun = (standing: Standing): Standing =>
  standing === 'done' ? standing : raised(standing, 'now')

/** [TD1] One line per matter with its nearest clock, [TD2] the most urgent first. */
export const mattersOf = <Round extends Walk>(
  day: DayInHand<Round>,
  looker: Onlooker,
): readonly Matter<Round>[] => {
  const lines = new Map(linesOf(day, looker).map((line) => [line.key, line]))
  for (const promise of day.promises) addPromise(lines, promise, looker)
  for (const { key: draft, at } of day.begun) {
    const key = matterOfDraft(draft)
    const line = lines.get(key)
    lines.set(
      key,
      line
        ? { ...line, begunAt: at, standing: withBegun(line.standing) }
        : { ...{ kind: 'begun', key, draft, standing: 'now' }, at: null, begunAt: at, refused: 0 },
    )
  }
  for (const each of day.refused) {
    const key = matterOfRefused(each)
    const { kind, id } = each
    const line = lines.get(key) ?? {
      ...{ kind: 'refused' as const, key, record: { kind, id }, standing: 'needsYou' as const },
      ...{ at: null, begunAt: null, refused: 0 },
    }
    const standing = raised(line.standing, 'needsYou')
    lines.set(key, { ...line, standing, refused: line.refused + 1 })
  }
  const rank = ({ standing }: Matter<Round>) => STANDINGS.indexOf(standing)
  const nearer = (one: Instant | null, other: Instant | null) =>
    one === other ? 0 : (one ?? Infinity) - (other ?? Infinity)
  return [...lines.values()].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      nearer(a.at, b.at) ||
      nearer(a.begunAt, b.begunAt) ||
      (a.key < b.key ? -1 : 1),
  )
}
