import { useI18n } from 'petite-vue-i18n'
import type { Instant } from '../domain/instant'
import { clockOf, isClockRunning, isOverdue } from '../domain/ticket/question'
import type { Ticket } from '../domain/ticket/ticket'
import type { Tone } from './tone'
import { useTimeWords } from './time/use-time-words'

interface TicketSeen {
  /** Who handles it, by name; empty where nobody does. */
  readonly handler: string
  readonly now: Instant
  readonly zone: string
}

/** A ticket's row where something else is the matter: a machine, a home. */
export const useTicketLine = () => {
  const { t } = useI18n()
  const { moment, left } = useTimeWords()
  const toneOf = (ticket: Ticket, now: Instant): Tone => {
    if (!isClockRunning(ticket)) return 'green'
    return isOverdue(ticket, now) ? 'red' : 'plain'
  }
  const dueOf = (ticket: Ticket, { now, zone }: TicketSeen): string => {
    if (isClockRunning(ticket)) return left(clockOf(ticket), now)
    return moment(ticket.status === 'closed' ? ticket.closedAt : ticket.receivedAt, now, zone)
  }
  return (ticket: Ticket, seen: TicketSeen) => ({
    icon: 'ticket' as const,
    tone: toneOf(ticket, seen.now),
    title: ticket.title,
    subtitle: [t(`state.kind.${ticket.kind}`), t(`state.ticket.${ticket.status}`), seen.handler]
      .filter(Boolean)
      .join(' · '),
    due: dueOf(ticket, seen),
    dueTone: isOverdue(ticket, seen.now) ? ('red' as const) : ('plain' as const),
    to: `/tickets/${ticket.id}`,
  })
}
