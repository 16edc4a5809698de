import type { CallerId } from '../../../src/domain/caller'
import type { Instant } from '../../../src/domain/instant'
import type { PlaceId } from '../../../src/domain/place'
import { dueOf } from '../../../src/domain/ticket/clock-rule'
import type { Ticket, TicketId } from '../../../src/domain/ticket/ticket'
import type { Photo } from '../../../src/domain/photo'
import type { Hand } from '../timeline'
import type { World } from '../world'

type Channel = Extract<Ticket['origin'], { by: 'owner' }>['channel']

/** What somebody at the desk, on the phone or at the door was told. */
export interface Told {
  readonly ticket: TicketId
  readonly caller: CallerId
  readonly name: string
  readonly phone: string
  readonly at: Instant
  readonly taker: Hand
  readonly responsible: Hand
  readonly home: PlaceId
  readonly channel: Channel
  readonly kind: Ticket['kind']
  readonly gravity: Ticket['gravity']
  readonly urgent: boolean
  readonly title: string
  readonly words: string
  readonly photos: readonly Photo[]
}

/** Who spoke in a record of its own, and the ticket that never names them. */
export const takeDown = ({ timeline, community }: World, told: Told): void => {
  const { ticket, caller, name, phone, at, taker, home, kind, gravity, urgent, title, words } = told
  timeline.add(taker, at, 'Caller', caller, {
    act: 'note',
    caller: { id: caller, community: community.id, ticket, name, phone, words, saidAt: at },
  })
  const matter = { kind, gravity, urgent }
  timeline.add(taker, at, 'Ticket', ticket, {
    ...{ act: 'receive', community: community.id, ...matter, title, words },
    ...{ place: home, facility: null, spot: '', home, caller, photos: told.photos },
    ...{ sounds: [], fixed: null },
    origin: { by: 'owner', channel: told.channel },
    firstResponsible: told.responsible.staff,
    due: dueOf(matter, at, community),
  })
}
