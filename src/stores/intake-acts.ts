import { useI18n } from 'petite-vue-i18n'
import type { CallerId } from '../domain/caller'
import type { Community } from '../domain/community'
import type { FacilityId } from '../domain/facility'
import type { StaffId } from '../domain/id'
import { withoutNames } from '../domain/intake/without-names'
import { answeredBy } from '../domain/intake/answered-by'
import type { Instant } from '../domain/instant'
import { mayAct } from '../domain/permission'
import { firstLineOf } from '../domain/text'
import { instantOf } from '../domain/time-zone'
import type { Topic } from '../domain/topic'
import type { CalendarDay } from '../domain/calendar-day'
import type { TicketActOf } from '../domain/ticket/act'
import type { Channel, Intake } from '../domain/ticket/intake'
import { dueOf } from '../domain/ticket/clock-rule'
import type { Due, TicketId } from '../domain/ticket/ticket'
import type { ActToSave } from '../storage/save-acts'
import { useEstate } from './estate'
import type { IntakeValue } from './intake-value'
import { usePhone } from './phone'

const TITLE = 40
const DAY_ENDS = 18 * 60

const TOLD_BY: Readonly<Record<Channel, TicketActOf<'tellOwner'>['channel']>> = {
  phone: 'phone',
  hotline: 'phone',
  walkIn: 'door',
  door: 'door',
  wechat: 'message',
  letter: 'letter',
}

const minutesOf = (clock: string): number => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return hours * 60 + minutes
}

/** One intake as the acts that keep it: who spoke apart from the matter, and the matter names nobody. */
export const useIntakeActs = () => {
  const { t } = useI18n()
  const phone = usePhone()
  const estate = useEstate()
  const { staff, roles } = phone.person
  const mayNote = mayAct(roles, 'Caller', 'note')
  const mayTell = mayAct(roles, 'Ticket', 'tellOwner')

  const plain = (words: string, name: string) =>
    withoutNames(words.trim(), name, {
      ...{ name: t('intake.theOwner'), number: t('intake.aNumber') },
    })
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
    return {
      ...{ act: 'receive', community: community.id, kind: value.kind || 'complaint' },
      ...{ gravity: 'ordinary', urgent: value.urgent, title, words: words === title ? '' : words },
      ...{ place: value.place ?? value.home, home: value.home, spot: value.spot.trim() },
      facility: (value.facility || null) as FacilityId | null,
      origin: { by: 'owner', channel, ...official },
      ...{ caller, intake: intakeOf(value), due: dueFor(value, 'ordinary', community, topic) },
      firstResponsible: (value.responsible || staff) as StaffId,
      ...{ photos: [...value.photos], sounds: [...value.sounds], fixed: null },
    }
  }

  const noteOf = (
    value: IntakeValue,
    ticket: TicketId,
    community: Community,
  ): { readonly id: CallerId; readonly acts: readonly ActToSave[] } | null => {
    const name = value.name.trim()
    const isKnown = name !== '' || value.phone.trim() !== ''
    if (!mayNote || (!isKnown && value.words.trim() === '')) return null
    const id = phone.newId() as CallerId
    const caller = {
      ...{ id, community: community.id, ticket, name: name || t('intake.noName') },
      ...{ phone: value.phone.trim(), words: value.words.trim(), saidAt: phone.now() },
    }
    return { id, acts: [{ kind: 'Caller', record: id, act: { act: 'note', caller } }] }
  }

  const told = (value: IntakeValue): readonly TicketActOf<'tellOwner'>[] => {
    const { said, nextWord, channel, name } = value
    if (!mayTell || (!said.trim() && !nextWord)) return []
    const nextWordAt = nextWord ? Number(nextWord) : null
    const how = { channel: TOLD_BY[channel], reached: true }
    return [{ act: 'tellOwner', ...how, words: plain(said, name), nextWordAt }]
  }

  const raised = (value: IntakeValue, community: Community, topic: Topic | null) => {
    if (!value.isMajor) return []
    const { leader } = community
    const due = dueFor(value, 'major', community, topic)
    return [{ act: 'raise', reason: value.reason.trim(), words: '', leader, due } as const]
  }

  const of = (record: TicketId, acts: readonly (ActToSave['act'] | null)[]): ActToSave[] =>
    acts.flatMap((act) => (act ? [{ kind: 'Ticket' as const, record, act }] : []))

  return {
    mayNote,
    mayTell,
    titleOf,
    /** A ticket of its own. */
    make: (record: TicketId, value: IntakeValue, community: Community, topic: Topic | null) => {
      const caller = noteOf(value, record, community)
      const to = value.handler as StaffId | ''
      return [
        ...(caller?.acts ?? []),
        ...of(record, [
          receive(value, community, topic, caller?.id ?? null),
          ...raised(value, community, topic),
          ...told(value),
          to ? { act: 'assign', from: 'received', to, words: '' } : null,
        ]),
      ]
    },
    /** [IN6] Joined to one that is open: theirs is told there. */
    join: (
      record: TicketId,
      into: TicketId,
      value: IntakeValue,
      community: Community,
      topic: Topic | null,
    ) => {
      const caller = noteOf(value, record, community)
      const joined = { ticket: record, home: value.home, caller: caller?.id ?? null, with: null }
      return [
        ...(caller?.acts ?? []),
        ...of(record, [receive(value, community, topic, caller?.id ?? null)]),
        ...of(into, [
          { act: 'takeIn', joined: [joined] },
          ...told(value).map((each) => ({ ...each, of: record })),
        ]),
        ...of(record, [{ act: 'join', from: 'received', into }]),
      ]
    },
  }
}
