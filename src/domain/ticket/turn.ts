import type { StaffId } from '../id'
import type { Instant } from '../instant'
import type { Role } from '../role'
import type { Staff } from '../staff'
import type { Ticket, TicketKind } from './ticket'
import { handlerOf } from './handler'

/** Which department's work a kind of ticket is, the likeliest first. */
const DEPARTMENTS: Readonly<Record<TicketKind, readonly Role[]>> = {
  repair: ['engineer'],
  defect: ['engineer', 'cleaner', 'gardener'],
  hazard: ['engineer', 'security'],
  complaint: ['customerService', 'steward'],
  enquiry: ['customerService', 'steward'],
  help: ['steward', 'customerService', 'security'],
  suggestion: ['customerService', 'steward'],
  praise: ['customerService', 'steward'],
}

/** How much somebody has, and when something last came to them. */
interface Load {
  readonly open: number
  readonly lastAt: Instant
}

export interface Turn extends Load {
  readonly staff: Staff
  /** [RO4] Whether they have a shift now. */
  readonly isOnDuty: boolean
}

const lastGiven = (ticket: Ticket): Instant =>
  ticket.thread.reduce(
    (last, { kind, at }) =>
      kind === 'assigned' || kind === 'accepted' || kind === 'transferred'
        ? Math.max(last, at)
        : last,
    0,
  )

/** What each has in hand, from the tickets that are open. */
export const loadsOf = (open: readonly Ticket[]): ReadonlyMap<StaffId, Load> => {
  const loads = new Map<StaffId, Load>()
  for (const ticket of open) {
    const handler = handlerOf(ticket)
    if (!handler || ticket.status === 'resolved') continue
    const known = loads.get(handler) ?? { open: 0, lastAt: 0 }
    loads.set(handler, {
      ...{ open: known.open + 1, lastAt: Math.max(known.lastAt, lastGiven(ticket)) },
    })
  }
  return loads
}

/**
 * [TK43] Whose turn it is (轮派): of the department the kind belongs to, whoever is on duty now and has
 * fewest open; among equals whoever was given something longest ago, then by name. A proposal, never a rule.
 */
export const turnsOf = (
  kind: TicketKind,
  staff: readonly Staff[],
  loads: ReadonlyMap<StaffId, Load>,
  onDuty: ReadonlySet<StaffId> = new Set(),
): readonly Turn[] => {
  const departments = DEPARTMENTS[kind]
  const rank = ({ roles }: Staff) => {
    const ranks = departments.flatMap((role, index) => (roles.includes(role) ? [index] : []))
    return ranks.length > 0 ? Math.min(...ranks) : null
  }
  return staff
    .filter((each) => each.active && rank(each) !== null)
    .map((each) => ({
      ...{ staff: each, isOnDuty: onDuty.has(each.id) },
      ...(loads.get(each.id) ?? { open: 0, lastAt: 0 }),
    }))
    .sort(
      (a, b) =>
        (rank(a.staff) ?? 0) - (rank(b.staff) ?? 0) ||
        Number(b.isOnDuty) - Number(a.isOnDuty) ||
        a.open - b.open ||
        a.lastAt - b.lastAt ||
        (a.staff.name < b.staff.name ? -1 : 1),
    )
}
