import { useI18n } from 'petite-vue-i18n'
import { lastToldAt } from '../../domain/ticket/clock'
import { handlerOf } from '../../domain/ticket/handler'
import { numberOf } from '../../domain/ticket/number'
import type { Ticket } from '../../domain/ticket/ticket'
import { resultOf } from '../../stores/complaint-book'
import { useEstate } from '../../stores/estate'
import { useTopics } from '../../stores/topics'

/** [IN10] How one complaint stands in the book, column by column. */
export const useBookRows = () => {
  const { t } = useI18n()
  const estate = useEstate()
  const { topicOf } = useTopics(() => estate.community)
  return (ticket: Ticket) => ({
    ...{ id: ticket.id, number: numberOf(ticket.id), receivedAt: ticket.receivedAt },
    home: estate.placeName(ticket.home ?? ticket.place),
    channel: ticket.origin.by === 'owner' ? t(`book.channel.${ticket.origin.channel}`) : '',
    topic: topicOf(ticket.intake?.topic)?.name ?? '',
    gravity: ticket.gravity === 'major' ? t('book.major') : '',
    ...{ title: ticket.title, words: ticket.words, wanted: ticket.intake?.wanted ?? '' },
    handler: estate.staffName(handlerOf(ticket) ?? ticket.firstResponsible),
    ...{ result: resultOf(ticket), toldAt: lastToldAt(ticket) },
    status: t(`state.ticket.${ticket.status}`),
  })
}
export type BookRow = ReturnType<ReturnType<typeof useBookRows>>
