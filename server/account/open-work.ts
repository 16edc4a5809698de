import type { CommunityId } from '../../src/domain/community'
import type { HandedOn } from '../../src/domain/hand-on'
import type { StaffId } from '../../src/domain/id'
import type { Instant } from '../../src/domain/instant'
import type { PlaceId } from '../../src/domain/place'
import type { OpenPromise } from '../../src/domain/promise/promise'
import { callersScope, homesScope, type Scope } from '../../src/domain/scope'
import { withoutSteward } from '../../src/domain/served-building'
import { inForce } from '../../src/domain/stand-in'
import { clockOf } from '../../src/domain/ticket/question'
import type { Ticket } from '../../src/domain/ticket/ticket'
import type { Account } from './account'
import type { HeldOpen } from './held-open'

/** One thing that is to pass on; `passingTo` where it was offered to somebody who works here still. */
export interface OpenThing {
  readonly what: HandedOn
  readonly community: CommunityId
  readonly id: string
  readonly title: string
  readonly dueAt: Instant | null
  readonly passingTo: StaffId | null
  readonly ticket?: Ticket
  readonly promise?: OpenPromise
}

export const scopeOfPromise = ({ building, community }: OpenPromise): Scope =>
  building ? homesScope(building) : callersScope(community)

/** Served as steward by them alone: [AC4] nobody there would be anybody's first responsible. */
const buildingsOf = (leaver: Account, others: readonly Account[], at: Instant): OpenThing[] => {
  const theirs = inForce(
    others.flatMap(({ grants }) => grants),
    at,
  )
  return leaver.grants
    .filter(({ role, standIn }) => role === 'steward' && !standIn)
    .flatMap(({ community, buildings }) =>
      withoutSteward(buildings, theirs).map((id: PlaceId) => ({
        ...{ what: 'buildings' as const, community, id, title: '', dueAt: null, passingTo: null },
      })),
    )
}

const isInHand = (ticket: Ticket, staff: StaffId): boolean =>
  ticket.status !== 'received' &&
  ticket.status !== 'closed' &&
  ticket.status !== 'resolved' &&
  // Passed on and not accepted yet it is still the giver's to answer for.
  (ticket.handler === staff || (ticket.status === 'assigned' && ticket.giver === staff))

/** [AC8] What of it passes by name. What waits for somebody who left too is to be offered anew. */
export const openThings = (
  leaver: Account,
  others: readonly Account[],
  { tickets, promises }: HeldOpen,
  at: Instant,
): readonly OpenThing[] => {
  const { staff } = leaver
  const here = new Set(others.map((each) => each.staff))
  const stillTo = (to: StaffId | null | undefined) => (to && here.has(to) ? to : null)
  const ticketOf = (what: HandedOn, ticket: Ticket, passingTo: StaffId | null): OpenThing => ({
    ...{ what, community: ticket.community, id: ticket.id, title: ticket.title },
    ...{ dueAt: clockOf(ticket), passingTo, ticket },
  })
  return [
    ...buildingsOf(leaver, others, at),
    ...tickets
      .filter((ticket) => isInHand(ticket, staff))
      .map((ticket) =>
        ticketOf(
          'tickets',
          ticket,
          'handler' in ticket && ticket.handler !== staff ? stillTo(ticket.handler) : null,
        ),
      ),
    ...tickets
      .filter(({ firstResponsible }) => firstResponsible === staff)
      .map((ticket) => ticketOf('first', ticket, stillTo(ticket.firstOffer?.to))),
    ...promises.map((promise) => ({
      ...{ what: 'promises' as const, community: promise.community, id: promise.id, title: '' },
      ...{ dueAt: promise.dueAt, passingTo: stillTo(promise.passingTo), promise },
    })),
  ]
}
