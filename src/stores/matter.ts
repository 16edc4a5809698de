import { computed } from 'vue'
import { HOUR } from '../domain/instant'
import { clockOf } from '../domain/ticket/question'
import type { Ticket } from '../domain/ticket/ticket'
import { usePatrol, type RoundView } from './patrol'
import { usePhone } from './phone'
import { useTickets } from './ticket'

/** One line of Today: a ticket or a round with its nearest clock. */
export type Matter =
  | { readonly is: 'ticket'; readonly id: string; readonly at: number; readonly ticket: Ticket }
  | { readonly is: 'round'; readonly id: string; readonly at: number; readonly view: RoundView }

const SOON = 2 * HOUR

/** One line per matter, the most urgent first, in two parts: now, and the rest of today. */
export const useMatters = () => {
  const { tick } = usePhone()
  const patrol = usePatrol()
  const tickets = useTickets()

  const matters = computed<readonly Matter[]>(() => {
    const rounds = patrol.mine
      .filter(({ judgement }) => ['due', 'overdue', 'underway', 'not-open'].includes(judgement))
      .map((view): Matter => ({ is: 'round', id: view.id, at: view.due.closesAt, view }))
    const own = tickets.concern.map((ticket): Matter => ({
      is: 'ticket',
      id: ticket.id,
      at: clockOf(ticket),
      ticket,
    }))
    return [...rounds, ...own].sort((a, b) => a.at - b.at)
  })
  const isNow = (matter: Matter): boolean =>
    matter.at - tick.value < SOON ||
    (matter.is === 'round' && ['underway', 'due', 'overdue'].includes(matter.view.judgement))

  return {
    now: computed(() => matters.value.filter(isNow)),
    later: computed(() => matters.value.filter((matter) => !isNow(matter))),
  }
}
