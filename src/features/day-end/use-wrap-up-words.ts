import { useI18n } from 'petite-vue-i18n'
import type { StaffId } from '../../domain/id'
import { lastToldAt } from '../../domain/ticket/clock'
import type { Given } from '../../domain/promise/given'
import type { Ticket } from '../../domain/ticket/ticket'
import { handlerOf } from '../../domain/ticket/handler'
import { departmentsOn, promiseMustSay, toldOf } from '../../domain/wrap-up/question'
import { useEstate } from '../../stores/estate'
import { usePhone } from '../../stores/phone'
import type { Said } from '../../stores/wrap-up-form'
import { useTimeWords } from '../../ui/time/use-time-words'

/** What a wrap-up says of a ticket, as the ticket's own thread tells it. */
export const useWrapUpWords = () => {
  const { t } = useI18n()
  const { tick } = usePhone()
  const estate = useEstate()
  const { moment } = useTimeWords()
  const time = (at: number) => moment(at, tick.value, estate.zone)
  const rolesOf = (who: StaffId) => estate.staff.find(({ id }) => id === who)?.roles ?? []
  const departmentOf = (who: StaffId) => rolesOf(who)[0] ?? who

  const stateOf = (ticket: Ticket): string => {
    const handler = estate.staffName(handlerOf(ticket))
    const status = t(`state.ticket.${ticket.status}`)
    return handler ? t('wrapUp.state', { name: handler, status }) : status
  }
  const toldWords = (ticket: Ticket): string => {
    const told = toldOf(ticket)
    const at = lastToldAt(ticket)
    return told === 'told' && at !== null
      ? t('wrapUp.toldAt', { time: time(at) })
      : t(`wrapUp.told.${told}`)
  }
  /** Why it is unfinished, where the ticket itself says so. */
  const suggest = (of: Ticket | Given): Said => {
    // [WU10] One broken carries what its keeper said of it, where all who read this may read that.
    if (!('thread' in of))
      return { why: promiseMustSay(of) && !of.isOfBuilding ? of.explained : '', next: '' }
    const ticket = of
    if (ticket.status === 'putOff')
      return {
        why: t(`wrapUp.why.${ticket.why}`),
        next: t('wrapUp.nextUntil', { time: time(ticket.until) }),
      }
    if (ticket.status === 'resolved' && toldOf(ticket) !== 'nobody')
      return { why: t('wrapUp.resolvedNotTold'), next: t('wrapUp.tellOwner') }
    return { why: '', next: '' }
  }
  const departments = (ticket: Ticket, staff: StaffId, until: number) =>
    departmentsOn(ticket, staff, departmentOf, until).map(({ change, by, at, words }) => ({
      ...{ key: change, at },
      who: t('wrapUp.who', {
        name: estate.staffName(by),
        role: rolesOf(by)
          .slice(0, 1)
          .map((role) => t(`state.role.${role}`))
          .join(''),
      }),
      time: time(at),
      words,
    }))
  return { stateOf, toldWords, suggest, departments }
}
