import { FIRST_TIMING } from '../domain/clock/first-timing'
import type { Escalation } from '../domain/clock/timing'
import type { Community } from '../domain/community'
import { MINUTE, type Instant } from '../domain/instant'
import type { Role } from '../domain/role'
import { clockOf, isClockRunning } from '../domain/ticket/question'
import { raisedTo } from '../domain/ticket/raised-to'
import type { Ticket } from '../domain/ticket/ticket'
import type { Errand } from '../domain/today/errand'
import { ticketsLeftLying } from '../storage/left-lying'
import type { PhoneDatabase } from '../storage/phone-database'

interface Asked {
  readonly person: { readonly roles: readonly Role[] }
  readonly communities: readonly Community[]
  readonly now: Instant
}

const isLate = (ticket: Ticket, now: Instant) => isClockRunning(ticket) && clockOf(ticket) < now

const errandOf = (
  ticket: Ticket,
  roles: readonly Role[],
  escalation: Escalation,
  now: Instant,
): readonly Errand[] => {
  const told = raisedTo(ticket, roles, escalation, now)
  const last = told.at(-1)
  if (!last) return []
  return [
    {
      ...{ key: `ticket/${ticket.id}`, what: 'raised', to: `/tickets/${ticket.id}` },
      ...{ standing: isLate(ticket, now) ? 'late' : 'soon', at: last.at, by: null, count: 1 },
      ...{ where: '', raised: { ticket, due: last.due, told } },
    },
  ]
}

/** [CK12] The tickets that came as far as whoever asks, by their clocks or because nobody takes them. */
export const raisedErrands = async (
  database: PhoneDatabase,
  { person: { roles }, communities, now }: Asked,
): Promise<readonly Errand[]> => {
  const isSupervisor = roles.includes('supervisor')
  if (!isSupervisor && !roles.includes('manager')) return []
  const timings = new Map(communities.map(({ id, timing }) => [id, timing.escalation]))
  const all = [...timings.values(), ...(timings.size > 0 ? [] : [FIRST_TIMING.escalation])]
  const after = all.map((each) => (isSupervisor ? each.supervisorAfter : each.managerAfter))
  const free = all.map(({ unassignedAfter }) => unassignedAfter)
  const found = await ticketsLeftLying(database, {
    lateBy: now - Math.min(...after) * MINUTE,
    freeBy: isSupervisor ? now - Math.min(...free) * MINUTE : null,
  })
  return found.flatMap((ticket) =>
    errandOf(ticket, roles, timings.get(ticket.community) ?? FIRST_TIMING.escalation, now),
  )
}
