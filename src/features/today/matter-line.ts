import { useI18n } from 'petite-vue-i18n'
import { clockOf } from '../../domain/ticket/question'
import { handlerOf } from '../../domain/ticket/handler'
import { ticketTask } from '../../domain/today/ticket-standing'
import { handedTo } from '../../domain/today/walk-standing'
import { useEstate } from '../../stores/estate'
import { usePatrol } from '../../stores/patrol'
import { usePhone } from '../../stores/phone'
import type { TodayMatter } from '../../stores/today'
import type { IconName } from '../../ui/icon-path'
import { useTimeWords } from '../../ui/time/use-time-words'
import { begunPath } from './begun-path'

type MatterOf<Kind extends TodayMatter['kind']> = Extract<TodayMatter, { kind: Kind }>

export interface MatterLine {
  readonly icon: IconName
  readonly to: string
  readonly title: string
  readonly subtitle: string
  readonly due: string
}

const said = (parts: readonly string[]): string => parts.filter(Boolean).join(' · ')

/** A line is a line, however much was said. */
const brief = (words: string, most: number): string =>
  words.length > most ? `${words.slice(0, most)}…` : words

/** What a line of Today says of its matter. */
export const useMatterLine = () => {
  const { t } = useI18n()
  const { person, tick } = usePhone()
  const estate = useEstate()
  const patrol = usePatrol()
  const { left, clock, moment } = useTimeWords()
  const time = (at: number) => clock(at, estate.zone)

  const refusal = ({ refused }: TodayMatter) =>
    refused > 0 ? t('today.refusedHere', { n: refused }) : ''

  const ofTicket = (matter: MatterOf<'ticket'>): MatterLine => {
    const { ticket } = matter
    const task = ticketTask(ticket, person.staff)
    const status = t(`state.ticket.${ticket.status}`)
    const handler = handlerOf(ticket)
    const theirs = handler !== null && handler !== person.staff
    const stands =
      task === null || task === 'work' || task === 'answer-for'
        ? theirs
          ? t('today.handledBy', { name: estate.staffName(handler), status })
          : status
        : t(`today.task.${task}`)
    const begun = matter.begunAt === null ? '' : t('today.formBegun')
    const { promise } = matter
    const where = promise
      ? t('today.promised', { words: brief(promise.words, 16) })
      : estate.placeName(ticket.place)
    return {
      ...{ icon: 'ticket', to: `/tickets/${ticket.id}`, title: ticket.title },
      subtitle: said([refusal(matter), begun, where, stands]),
      due: matter.at === null ? '' : left(matter.at, tick.value),
    }
  }

  const ofRound = (matter: MatterOf<'round'>): MatterLine => {
    const { walk, standing } = matter
    const handedBy = handedTo(walk, person.staff)
    const next = walk.stops.find(({ state }) => state === 'open')
    const name = next ? (patrol.checkpointById.get(next.checkpoint)?.name ?? '') : ''
    const isOpen = walk.judgement !== 'not-open'
    const due =
      standing === 'late'
        ? left(walk.due.closesAt, tick.value)
        : standing === 'missed'
          ? t('today.missed')
          : t(isOpen ? 'time.until' : 'time.from', { time: time(matter.at ?? 0) })
    return {
      ...{ icon: 'patrol', to: `/patrol/rounds/${walk.id}` },
      title: `${walk.name} ${walk.settled}/${walk.stops.length}`,
      subtitle: said([
        refusal(matter),
        handedBy ? t('today.handedBy', { name: estate.staffName(handedBy.by) }) : '',
        matter.begunAt === null ? '' : t('today.stopBegun'),
        name ? t('today.nextStop', { name }) : t('today.readyToFinish'),
      ]),
      due,
    }
  }

  const ofErrand = (matter: MatterOf<'errand'>): MatterLine => {
    const { what, to, by, count, where, raised, home } = matter.errand
    if (raised) {
      const { ticket, due, told } = raised
      const isFree = told[0]?.clock === 'unassigned'
      const steps = told.map(({ at, to: whom, step }) =>
        t(`today.raised.${whom ? 'person' : 'role'}`, {
          time: moment(at, tick.value, estate.zone),
          name: whom
            ? estate.staffName(whom)
            : t(`state.role.${step === 'manager' ? step : 'supervisor'}`),
        }),
      )
      return {
        ...{ icon: 'bell', to, title: ticket.title },
        subtitle: said([
          refusal(matter),
          isFree ? t('today.raised.free', { time: moment(due, tick.value, estate.zone) }) : '',
          ...steps,
          estate.placeName(ticket.place),
        ]),
        due: isFree && matter.standing !== 'late' ? '' : left(clockOf(ticket), tick.value),
      }
    }
    const name = estate.staffName(by)
    return {
      ...{ icon: 'note', to, title: t(`today.errand.${what}`) },
      due: home && matter.at !== null ? moment(matter.at, tick.value, estate.zone) : '',
      subtitle: said([
        where || (home ? estate.placeName(home) : ''),
        t(`today.errand.${what}Words`, { name, n: count }),
      ]),
    }
  }

  const ofBegun = ({ draft, begunAt }: MatterOf<'begun'>): MatterLine => {
    const [first = '', , stop = ''] = draft.split('/')
    const isVisit = first === 'visit'
    const name = isVisit ? patrol.checkpointById.get(stop)?.name : undefined
    const path = begunPath(draft)
    return {
      icon: isVisit ? 'patrol' : 'edit',
      title: name ?? t(`today.begun.${path ? first : 'other'}`),
      to: path ?? '/tickets',
      subtitle: said([name ? t('today.stopBegun') : '', t('today.begunWords')]),
      due: begunAt === null ? '' : moment(begunAt, tick.value, estate.zone),
    }
  }

  const ofPromise = (matter: MatterOf<'promise'>): MatterLine => {
    const { promise } = matter
    const isAsked = promise.status === 'open' && promise.passingTo === person.staff
    const name = estate.staffName(promise.keeper)
    return {
      ...{ icon: 'flag', to: `/promises/${promise.id}`, title: brief(promise.words, 48) },
      subtitle: said([
        refusal(matter),
        matter.begunAt === null ? '' : t('today.formBegun'),
        t(isAsked ? 'today.promiseAsked' : 'today.promise', { name }),
        estate.placeName(promise.home),
      ]),
      due: left(promise.dueAt, tick.value),
    }
  }

  const ofRefused = (matter: MatterOf<'refused'>): MatterLine => ({
    ...{ icon: 'upload', to: '/upload', title: t(`state.record.${matter.record.kind}`) },
    ...{ subtitle: t('today.refusedWords'), due: t('today.needsYou') },
  })

  const open = (matter: TodayMatter): MatterLine => {
    switch (matter.kind) {
      case 'ticket':
        return ofTicket(matter)
      case 'round':
        return ofRound(matter)
      case 'promise':
        return ofPromise(matter)
      case 'errand':
        return ofErrand(matter)
      case 'begun':
        return ofBegun(matter)
      case 'refused':
        return ofRefused(matter)
    }
  }

  return (matter: TodayMatter): MatterLine => {
    const line = open(matter)
    if (matter.standing !== 'done') return line
    const subtitle =
      matter.kind === 'round' ? t(`state.round.${matter.walk.judgement}`) : line.subtitle
    return { ...line, icon: 'check', subtitle, due: matter.at === null ? '' : time(matter.at) }
  }
}
