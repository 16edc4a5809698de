import type { CallerId } from '../caller'
import type { StaffId } from '../id'
import type { Instant } from '../instant'
import type { PlaceId } from '../place'
import { listenersOf } from '../ticket/closing'
import { peopleOf } from '../ticket/person'
import type { Ticket, TicketId } from '../ticket/ticket'
import type { Fate } from './fate'
import type { OwnerPromise } from './promise'

/**
 * A time given to an owner, wherever it is written: a promise of its own, or the next word agreed on a
 * ticket, which is read from the ticket and stored nowhere else.
 */
export interface Given {
  readonly key: string
  readonly kind: 'promise' | 'word'
  readonly keeper: StaffId
  /** Who was asked to take it over and has not answered. */
  readonly askedOf: StaffId | null
  readonly saidBy: StaffId
  readonly saidAt: Instant
  readonly words: string
  readonly home: PlaceId | null
  readonly caller: CallerId | null
  readonly ticket: TicketId | null
  readonly dueAt: Instant
  readonly fate: Fate
  readonly settledAt: Instant | null
  /** [PR9] Only a building's own staff may read it. */
  readonly isOfBuilding: boolean
  /** [PR11] What was said last of how it went; empty where nothing was. */
  readonly explained: string
}

/** [PR4] Late is late, kept or not; nothing that is past its time is merely open. */
const fateAt = (dueAt: Instant, settledAt: Instant | null, now: Instant): Fate => {
  if (settledAt === null) return now > dueAt ? 'overdue' : 'open'
  return settledAt > dueAt ? 'late' : 'kept'
}

export const fateOf = (promise: OwnerPromise, now: Instant): Fate => {
  if (promise.status === 'broken' || promise.status === 'released') return promise.status
  return fateAt(promise.dueAt, promise.status === 'kept' ? promise.settledAt : null, now)
}

const explainedOf = ({ thread }: OwnerPromise): string => {
  const said = thread.filter(({ kind }) => ['explained', 'broken', 'kept'].includes(kind)).at(-1)
  return said && 'words' in said ? said.words : ''
}

export const givenOf = (promise: OwnerPromise, now: Instant): Given => ({
  ...{ key: promise.id, kind: 'promise', keeper: promise.keeper, saidBy: promise.promisedBy },
  ...{ saidAt: promise.madeAt, words: promise.words, home: promise.home, caller: promise.caller },
  ticket: promise.from.by === 'ticket' ? promise.from.ticket : null,
  ...{ dueAt: promise.dueAt, fate: fateOf(promise, now) },
  settledAt: promise.status === 'open' ? null : promise.settledAt,
  askedOf: promise.status === 'open' ? promise.passingTo : null,
  isOfBuilding: promise.building !== null,
  explained: explainedOf(promise),
})

/** [PR4] Let go of with the ticket while there was time; what had run out before stays unkept. */
const leftAt = (dueAt: Instant, closedAt: Instant): Fate =>
  closedAt > dueAt ? 'broken' : 'released'

type Told = Extract<Ticket['thread'][number], { kind: 'told' }>

/**
 * [PR2] Each next word agreed with somebody ([TK25]), or left for them. It is kept when they are reached
 * again, or left another; what still stood when the ticket closed was let go of with it. [PR8] Whoever
 * said it keeps it while the ticket is theirs too; after that whoever is first responsible.
 */
export const wordsGiven = (ticket: Ticket, now: Instant): readonly Given[] => {
  const spoken = ticket.thread
    .filter((entry): entry is Told => entry.kind === 'told')
    .filter(({ reached, nextWordAt }) => reached || nextWordAt !== null)
    .sort((one, other) => one.at - other.at)
  const people = peopleOf(ticket)
  const listeners = new Map(listenersOf(ticket).map((each) => [each.ticket, each]))
  return spoken.flatMap((told, index): readonly Given[] => {
    const { nextWordAt: dueAt, change, by, at, words } = told
    if (dueAt === null) return []
    const of = told.of ?? ticket.id
    const next = spoken.slice(index + 1).find((each) => (each.of ?? ticket.id) === of)
    const closedAt = ticket.status === 'closed' ? ticket.closedAt : null
    return [
      {
        ...{ key: change, kind: 'word', saidBy: by, saidAt: at, words, dueAt },
        keeper: people.includes(by) ? by : ticket.firstResponsible,
        home: listeners.get(of)?.home ?? null,
        caller: listeners.get(of)?.caller ?? null,
        ...{ ticket: ticket.id, askedOf: null, isOfBuilding: false, explained: next?.words ?? '' },
        fate:
          !next && closedAt !== null
            ? leftAt(dueAt, closedAt)
            : fateAt(dueAt, next?.at ?? null, now),
        settledAt: next?.at ?? closedAt,
      },
    ]
  })
}

const isUnkept = ({ fate }: Given): boolean => fate === 'open' || fate === 'overdue'

/** [PR7] What somebody still has to keep, the nearest first. */
export const openPromisesOf = (given: readonly Given[], keeper: StaffId): readonly Given[] =>
  given
    .filter((each) => each.keeper === keeper && isUnkept(each))
    .sort((one, other) => one.dueAt - other.dueAt)
