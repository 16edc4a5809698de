import { useI18n } from 'petite-vue-i18n'
import { lastToldAt } from '../../domain/ticket/clock'
import { hasSomeoneToTell } from '../../domain/ticket/closing'
import { numberOf } from '../../domain/ticket/number'
import { clockOf, isClockRunning } from '../../domain/ticket/question'
import type { Ticket } from '../../domain/ticket/ticket'
import { handlerOf } from '../../domain/ticket/handler'
import { useEstate } from '../../stores/estate'
import { usePhone } from '../../stores/phone'
import { useTimeWords } from '../../ui/time/use-time-words'
import type { TicketColumn } from './ticket-column'

/** How each column of a ticket reads. */
export const useTicketCells = (): Readonly<Record<TicketColumn, (ticket: Ticket) => string>> => {
  const { t } = useI18n()
  const { tick } = usePhone()
  const estate = useEstate()
  const { left, ago, moment } = useTimeWords()

  const told = (ticket: Ticket): string => {
    if (!hasSomeoneToTell(ticket)) return t('ticketTable.nobodyToTell')
    const at = lastToldAt(ticket)
    return at ? ago(at, tick.value) : t('ticketTable.notToldYet')
  }
  const due = (ticket: Ticket): string => {
    if (ticket.status === 'closed') return moment(ticket.closedAt, tick.value, estate.zone)
    return isClockRunning(ticket) ? left(clockOf(ticket), tick.value) : '—'
  }
  return {
    title: ({ title }) => title,
    kind: ({ kind }) => t(`state.kind.${kind}`),
    place: ({ place }) => estate.placeName(place),
    people: (ticket) =>
      t('ticketTable.takenAndHandled', {
        taken: estate.staffName(ticket.takenBy),
        handled: estate.staffName(handlerOf(ticket)) || t('ticketTable.nobodyHandles'),
      }),
    status: ({ status }) => t(`state.ticket.${status}`),
    ...{ told, due },
    number: ({ id }) => numberOf(id),
    received: ({ receivedAt }) => moment(receivedAt, tick.value, estate.zone),
  }
}
