import type { StaffId } from '../id'
import { whatClosingNeeds } from './closing'
import { isOfferedFirst } from './first-responsible'
import { pendingDecline } from './contract'
import { mayFollowUp } from './follow-up'
import { PERMITTED } from './step'
import { mayRecheck } from './question'
import { permittedSteps } from './permitted'
import type { Step } from './act'
import { leadersAwaited, mayHeed, mayRaise } from './raise'
import type { Ticket } from './ticket'
import { handlerOf, outsideOf } from './handler'

/** What a person can be offered to do: a step, or a word that moves nothing. */
export type TicketDeed =
  | Step['act']
  | 'offerFirst'
  | 'takeFirst'
  | 'refuseFirst'
  | 'addHelper'
  | 'dropHelper'
  | 'tellOwner'
  | 'verify'
  | 'raise'
  | 'heed'
  | 'say'
  | 'edit'
  | ('followUp' | 'proposeDecline' | 'helpAnyway')

/** These mean nothing without a word why. */
export const NEED_WORDS: readonly TicketDeed[] = [
  ...([
    'say',
    'resolve',
    'return',
    'transfer',
    'cancel',
    'decline',
    'reopen',
    'refuseFirst',
  ] as const),
]

/** These name a colleague. */
export const NAMES_SOMEBODY: readonly TicketDeed[] = [
  ...(['assign', 'transfer', 'offerFirst', 'addHelper', 'dropHelper'] as const),
]

/** What only the one who handles it does. */
const HANDLERS: readonly Step['act'][] = ['return', 'transfer']
/** What the one who handles it does, or whoever assigns. */
const KEEPERS: readonly Step['act'][] = ['putOff', 'engage', 'release']

type MayDo = (deed: TicketDeed) => boolean

const isOffered = (ticket: Ticket, step: Step['act'], staff: StaffId, mayDo: MayDo): boolean => {
  const isHandler = handlerOf(ticket) === staff
  const isJoined = ticket.status === 'closed' && ticket.closing === 'joined'
  if (HANDLERS.includes(step) && !isHandler) return false
  if (KEEPERS.includes(step) && !isHandler && !mayDo('assign')) return false
  switch (step) {
    case 'accept':
      return ticket.status === 'received' || isHandler
    case 'close':
      return whatClosingNeeds(ticket) === null
    case 'recheck':
      return mayRecheck(ticket, staff)
    case 'reopen':
      return !isJoined
    // [CO2] Refused is what a supervisor confirmed; an earlier app said it at once.
    case 'decline':
      return false
    case 'confirmDecline':
      return pendingDecline(ticket) !== null
    case 'separate':
      return isJoined
    case 'engage':
      return !outsideOf(ticket).outside
    case 'release':
      return outsideOf(ticket).outside !== undefined
    default:
      return true
  }
}

/** [CO2] Outside the contract: refused, once it is confirmed, or helped all the same. */
const outsideDeeds = (ticket: Ticket, mayDo: MayDo): readonly TicketDeed[] => {
  if (!PERMITTED.decline.includes(ticket.status)) return []
  const isPending = pendingDecline(ticket) !== null
  return [
    ...(mayDo('proposeDecline') && !isPending ? (['proposeDecline'] as const) : []),
    ...(mayDo('helpAnyway') && isPending ? (['helpAnyway'] as const) : []),
  ]
}

const firstOf = (
  ticket: Ticket,
  staff: StaffId,
  may: (deed: TicketDeed) => boolean,
): TicketDeed[] => {
  if (leadersAwaited(ticket).includes(staff) && may('heed')) return ['heed']
  if (may('takeFirst')) return ['takeFirst']
  const needs = whatClosingNeeds(ticket)
  if (needs === 'tell-owner' && may('tellOwner')) return ['tellOwner']
  if (may('followUp')) return ['followUp']
  if (may('confirmDecline')) return ['confirmDecline']
  if (needs === 'recheck' && may('recheck')) return ['recheck']
  if (ticket.status === 'closed' && may('recheck')) return ['recheck']
  if (may('close')) return ['close']
  if (handlerOf(ticket) === staff)
    return (['accept', 'start', 'resolve'] as const).filter(may).slice(0, 1)
  if (may('assign')) return ['assign']
  return may('accept') ? ['accept'] : []
}

/** [IN8] What an owner said is found out; [MJ2] what is beyond us goes to the leader, [MJ4] who says so. */
const saidOf = (ticket: Ticket, staff: StaffId): readonly TicketDeed[] => {
  if (ticket.status === 'closed') return []
  return [
    ...(ticket.origin.by === 'owner' ? (['verify'] as const) : []),
    ...(mayRaise(ticket, null) ? (['raise'] as const) : []),
    ...(ticket.major?.heededAt === null && mayHeed(ticket, staff) ? (['heed'] as const) : []),
  ]
}

/** [TK40] [TK42] Who answers to the owner, and who works along. */
const peopleDeeds = (ticket: Ticket, staff: StaffId, mayDo: MayDo): TicketDeed[] => {
  if (ticket.status === 'closed') return []
  const isTheirs = ticket.firstResponsible === staff || mayDo('assign')
  const isHandler = handlerOf(ticket) === staff || mayDo('assign')
  const hasHelpers = (ticket.helpers ?? []).length > 0
  return [
    ...(isOfferedFirst(ticket, staff) ? (['takeFirst', 'refuseFirst'] as const) : []),
    ...(isTheirs ? (['offerFirst'] as const) : []),
    ...(isHandler && handlerOf(ticket) ? (['addHelper'] as const) : []),
    ...(isHandler && hasHelpers ? (['dropHelper'] as const) : []),
  ].filter(mayDo)
}

/** The nearest deed first; the rest behind it, each once. Nothing is offered that would not take effect. */
export const deedsOf = (ticket: Ticket, staff: StaffId, mayDo: MayDo): readonly TicketDeed[] => {
  const steps = permittedSteps(ticket).filter(
    (step) => mayDo(step) && isOffered(ticket, step, staff, mayDo),
  )
  const isOpen = ticket.status !== 'closed'
  const rest: TicketDeed[] = [
    ...steps,
    ...peopleDeeds(ticket, staff, mayDo),
    ...saidOf(ticket, staff).filter(mayDo),
    ...(mayFollowUp(ticket, staff) && mayDo('followUp') ? (['followUp'] as const) : []),
    ...outsideDeeds(ticket, mayDo),
    // [CO2] Until it is confirmed nobody tells the owner.
    ...(mayDo('tellOwner') && isOpen && !pendingDecline(ticket) ? (['tellOwner'] as const) : []),
    'say',
    ...(isOpen ? (['edit'] as const) : []),
  ]
  return [...new Set([...firstOf(ticket, staff, (deed) => rest.includes(deed)), ...rest])]
}
