import { useI18n } from 'petite-vue-i18n'
import type { Ticket } from '../../domain/ticket/ticket'
import { dateAndTime } from '../../domain/time-zone'
import type { Told } from '../../domain/wrap-up/wrap-up'
import { useEstate } from '../../stores/estate'

/** [WU6] How the owner was told until then: by telephone, at the door, when and what. */
export const useToldHow = () => {
  const { t } = useI18n()
  const estate = useEstate()
  return (ticket: Ticket, told: Told, until: number): string => {
    const last = ticket.thread
      .flatMap((entry) => (entry.kind === 'told' && entry.at <= until ? [entry] : []))
      .filter(({ reached }) => reached === (told === 'told'))
      .at(-1)
    if (!last || told === 'nobody' || told === 'notTold') return t(`wrapUp.told.${told}`)
    const { channel, at, words } = last
    const how = { time: dateAndTime(at, estate.zone), channel: t(`ticket.channel.${channel}`) }
    return t(`wrapUp.how.${told}`, { ...how, words })
  }
}
