import type { StaffId } from '../id'
import type { Instant } from '../instant'
import type { Matter } from './matter'
import type { OwnerPromise } from '../promise/promise'
import { isAhead, SOON } from './standing'
import { ticketTask } from './ticket-standing'
import { handedTo } from './walk-standing'

/** [PR8] The handing over somebody has to answer. */
const askedFor = (promise: OwnerPromise, staff: StaffId) => {
  if (promise.status !== 'open' || promise.passingTo !== staff) return null
  return promise.thread.filter(({ kind }) => kind === 'handedOver').at(-1) ?? null
}

const isBehind = ({ standing }: Matter) => standing === 'done' || standing === 'missed'

/** [TD7] Whether it needs the person now: late, about to be, not taken by the server, or to accept. */
export const needsPerson = (matter: Matter, staff: StaffId): boolean =>
  isAhead(matter.standing, 'now') ||
  (matter.kind === 'errand' && matter.errand.by !== null && !isBehind(matter)) ||
  (matter.kind === 'ticket' && ticketTask(matter.ticket, staff) === 'accept') ||
  (matter.kind === 'round' && !isBehind(matter) && handedTo(matter.walk, staff) !== null) ||
  (matter.kind === 'promise' && askedFor(matter.promise, staff) !== null)

/** By what somebody else gave it to them, while they have not taken it up: a ticket, a round. */
const givenTo = (matter: Matter, staff: StaffId) => {
  if (isBehind(matter)) return null
  if (matter.kind === 'round') return handedTo(matter.walk, staff)
  if (matter.kind === 'promise') return askedFor(matter.promise, staff)
  if (matter.kind !== 'ticket' || ticketTask(matter.ticket, staff) !== 'accept') return null
  const given = matter.ticket.thread
    .filter(({ kind }) => kind === 'assigned' || kind === 'transferred')
    .at(-1)
  return given && given.by !== staff ? given : null
}

/** Why the phone rings by itself. */
export interface Call<Line extends Matter = Matter> {
  /** Names this ringing for ever: the matter, the clock and what became of it. */
  readonly id: string
  readonly why: 'late' | 'soon' | 'assigned' | 'raised'
  /** When it came to be so. */
  readonly since: Instant
  readonly matter: Line
}

const cameAt = (matter: Matter): Instant => {
  const promise = 'promise' in matter ? (matter.promise?.madeAt ?? 0) : 0
  return Math.max(promise, matter.kind === 'ticket' ? matter.ticket.receivedAt : 0)
}

/** [TD8] What there is to ring for, each with a name of its own, so that it rings once. */
export const callsOf = <Line extends Matter>(
  matters: readonly Line[],
  staff: StaffId,
): readonly Call<Line>[] =>
  matters.flatMap((matter): Call<Line>[] => {
    const { key, at, standing } = matter
    if (matter.kind === 'errand' && matter.errand.raised && at !== null)
      return [{ id: `${key}/raised/${at}`, why: 'raised', since: at, matter }]
    const isClock = at !== null && (standing === 'late' || standing === 'soon')
    const came = cameAt(matter)
    const clock: Call<Line>[] = isClock
      ? [
          {
            ...{ id: `${key}/${standing}/${at}`, why: standing, matter },
            since: Math.max(came, standing === 'late' ? at : at - SOON),
          },
        ]
      : []
    const given = givenTo(matter, staff)
    if (!given) return clock
    return [
      ...clock,
      { id: `${key}/assigned/${given.change}`, why: 'assigned', since: given.at, matter },
    ]
  })
