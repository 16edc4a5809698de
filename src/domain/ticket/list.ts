import { whatClosingNeeds } from './closing'
import { contractOf } from './contract'
import { waitsForFollowUp } from './follow-up'
import { learntOf } from './lesson'
import { peopleOf } from './person'
import { isOpen } from './question'
import { waitsForSample } from './sample'
import type { Ticket } from './ticket'
import { handlerOf } from './handler'

/** The lists everybody has; `of/…` is one person's plate, `handler/…` what one person handles. */
export const TICKET_LISTS = [
  ...([
    'open',
    'unassigned',
    'recheck',
    'tell',
    'ready',
    'putOff',
    'major',
    'sample',
    'followUp',
    'watched',
    'outside',
    'declining',
    'closed',
    'word',
  ] as const),
] as const
export type TicketList = (typeof TICKET_LISTS)[number] | `of/${string}` | `handler/${string}`

const waitsFor = (ticket: Ticket): readonly TicketList[] => {
  if (ticket.status !== 'resolved') return []
  const needs = whatClosingNeeds(ticket)
  if (needs === null) return ['ready']
  return needs === 'recheck' ? ['recheck'] : ['tell']
}

/** [PR2] An owner was given a time. */
const hasWord = (entry: Ticket['thread'][number]): boolean =>
  entry.kind === 'told' && entry.nextWordAt !== null

/** [CL2] [CL3] What a closed one still asks for. */
const afterwards = (ticket: Ticket): readonly TicketList[] => {
  const watch = learntOf(ticket)?.watch ?? 'none'
  return [
    ...(waitsForFollowUp(ticket) ? (['followUp'] as const) : []),
    ...(watch === 'none' ? [] : (['watched'] as const)),
  ]
}

/** [CO6] Whatever was said to lie outside the contract. */
const outsideOf = (ticket: Ticket): readonly TicketList[] => {
  const contract = contractOf(ticket)
  if (contract === 'within') return []
  return contract === 'pending' ? ['outside', 'declining'] : ['outside']
}

/** Every list a ticket is in, worked out from it alone: never from the time of day. */
export const listsOf = (ticket: Ticket): readonly TicketList[] => {
  const handler = handlerOf(ticket)
  const handled: readonly TicketList[] = handler ? [`handler/${handler}`] : []
  const sampled: readonly TicketList[] = waitsForSample(ticket) ? ['sample'] : []
  const worded: readonly TicketList[] = ticket.thread.some(hasWord) ? ['word'] : []
  if (!isOpen(ticket))
    return [
      'closed',
      ...sampled,
      ...afterwards(ticket),
      ...outsideOf(ticket),
      ...worded,
      ...handled,
    ]
  return [
    'open',
    ...(ticket.status === 'received' ? (['unassigned'] as const) : []),
    ...(ticket.status === 'putOff' ? (['putOff'] as const) : []),
    ...(ticket.gravity === 'major' ? (['major'] as const) : []),
    ...waitsFor(ticket),
    ...outsideOf(ticket),
    ...worded,
    ...peopleOf(ticket).map((staff): TicketList => `of/${staff}`),
    ...handled,
  ]
}
