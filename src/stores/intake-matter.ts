import { useI18n } from 'petite-vue-i18n'
import type { CalendarDay } from '../domain/calendar-day'
import type { CallerId } from '../domain/caller'
import type { Community } from '../domain/community'
import type { FacilityId } from '../domain/facility'
import type { StaffId } from '../domain/id'
import type { Instant } from '../domain/instant'
import { answeredBy } from '../domain/intake/answered-by'
import { firstLineOf } from '../domain/text'
import type { TicketActOf } from '../domain/ticket/act'
import { dueOf } from '../domain/ticket/clock-rule'
import type { Intake } from '../domain/ticket/intake'
import type { Due } from '../domain/ticket/ticket'
import { instantOf } from '../domain/time-zone'
import type { Topic } from '../domain/topic'
import { useEstate } from './estate'
import { isWithCaller, type IntakeValue } from './intake-value'
import { usePhone } from './phone'
import { usePlainWords } from './plain-words'

const TITLE = 40
const DAY_ENDS = 18 * 60

const minutesOf = (clock: string): number => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return hours * 60 + minutes
}

/** The matter of an intake, as everybody who works on it may read it. */
export const useIntakeMatter = (mayNote: boolean) => {
  const { t } = useI18n()
  const phone = usePhone()
  const estate = useEstate()
  const plain = usePlainWords()
  const dayAt = (day: string, minutes: number): Instant =>
    instantOf(day as CalendarDay, minutes, estate.zone)

  const intakeOf = (value: IntakeValue): Intake => {
    const { kind, topic, suitDay, suitFrom, suitTo, name } = value
    const asked = value.answers
      .filter(({ answer }) => answer.trim() !== '')
      .map(({ question, answer }) => ({ question, answer: plain(answer, name) }))
    const suits = suitDay
      ? { from: dayAt(suitDay, minutesOf(suitFrom)), to: dayAt(suitDay, minutesOf(suitTo)) }
      : null
    return {
      topic: kind === 'complaint' && topic ? topic : null,
      ...{ happened: plain(value.happened, name), wanted: plain(value.wanted, name) },
      ...{ asked, suits, readBack: value.readBack },
    }
  }

  const dueFor = (
    value: IntakeValue,
    gravity: 'ordinary' | 'major',
    community: Community,
    topic: Topic | null,
  ): Due => {
    const { kind, urgent, channel } = value
    const origin = { by: 'owner', channel } as const
    const matter = { kind: kind || 'complaint', gravity, urgent, origin } as const
    return answeredBy(dueOf(matter, phone.now(), community), topic?.hours ?? null, phone.now())
  }

  /** What colleagues read in a list: as somebody wrote it, else the sort, else the first words. */
  const titleOf = (value: IntakeValue, topic: Topic | null): string => {
    const [first = ''] = plain(value.words, value.name).split(/[。!?;\n]/u)
    const said = plain(value.title, value.name) || topic?.name || first
    const kind = t(`state.kind.${value.kind || 'complaint'}`)
    const at = estate.placeName(value.place ?? value.home)
    return firstLineOf(said || t('intake.untitled', { at, kind }), TITLE)
  }

  const receive = (
    value: IntakeValue,
    community: Community,
    topic: Topic | null,
    caller: CallerId | null,
  ): TicketActOf<'receive'> => {
    const words = plain(value.words, value.name)
    const title = titleOf(value, topic)
    const { channel, number, answerBy } = value
    const official =
      channel === 'hotline'
        ? { official: { number: number.trim(), answerBy: dayAt(answerBy, DAY_ENDS) } }
        : {}
    const isApart = isWithCaller(value, mayNote)
    return {
      ...{ act: 'receive', community: community.id, kind: value.kind || 'complaint' },
      ...{ gravity: 'ordinary', urgent: value.urgent, title, words: words === title ? '' : words },
      ...{ place: value.place ?? value.home, home: value.home },
      spot: plain(value.spot, value.name),
      facility: (value.facility || null) as FacilityId | null,
      origin: { by: 'owner', channel, ...official },
      ...{ caller, intake: intakeOf(value), due: dueFor(value, 'ordinary', community, topic) },
      firstResponsible: (value.responsible || phone.person.staff) as StaffId,
      photos: isApart.photos ? [] : [...value.photos],
      sounds: isApart.sounds ? [] : [...value.sounds],
      fixed: null,
    }
  }
  return { titleOf, receive, dueFor }
}
