import type { TicketEntry } from './entry'
import { standing } from './still-standing'
import type { Ticket } from './ticket'

type Proposed = Extract<TicketEntry, { kind: 'declineProposed' }>

/** [CO2] What ends a proposal: the refusal, the help, or the matter itself. */
const ENDS: readonly TicketEntry['kind'][] = [
  ...(['declined', 'helped', 'resolved', 'cancelled', 'joined', 'closed', 'reopened'] as const),
]

/** [CO2] A refusal somebody proposed and nobody has decided on; null where there is none. */
export const pendingDecline = (ticket: Ticket): Proposed | null =>
  standing(ticket.thread).reduce<Proposed | null>((pending, entry) => {
    if (entry.kind === 'declineProposed') return entry
    return ENDS.includes(entry.kind) ? null : pending
  }, null)

/** 服务范围内 · 外,已谢绝 · 外,帮了一把 · 外,待确认 */
export const CONTRACTS = ['within', 'declined', 'helped', 'pending'] as const
export type Contract = (typeof CONTRACTS)[number]

/** [CO6] Where a ticket stands to the contract: within until somebody says otherwise. */
export const contractOf = (ticket: Ticket): Contract => {
  if (pendingDecline(ticket)) return 'pending'
  const said = standing(ticket.thread).filter(
    ({ kind }) => kind === 'declined' || kind === 'helped' || kind === 'reopened',
  )
  const last = said.at(-1)?.kind
  if (last === 'declined') return 'declined'
  return said.some(({ kind }) => kind === 'helped') ? 'helped' : 'within'
}
