import { useI18n } from 'petite-vue-i18n'
import type { CallerId } from '../domain/caller'
import type { Community } from '../domain/community'
import type { StaffId } from '../domain/id'
import { mayAct } from '../domain/permission'
import type { TicketAct, TicketActOf } from '../domain/ticket/act'
import { toLeaderOf } from '../domain/ticket/raise'
import { dueAs } from '../domain/ticket/clock-rule'
import type { Channel } from '../domain/ticket/intake'
import type { Due, Ticket, TicketId } from '../domain/ticket/ticket'
import type { Topic } from '../domain/topic'
import type { ActToSave } from '../storage/save-acts'
import { useIntakeMatter } from './intake-matter'
import { isWithCaller, type IntakeValue } from './intake-value'
import { usePhone } from './phone'
import { usePlainWords } from './plain-words'

const TOLD_BY: Readonly<Record<Channel, TicketActOf<'tellOwner'>['channel']>> = {
  phone: 'phone',
  hotline: 'phone',
  walkIn: 'door',
  door: 'door',
  wechat: 'message',
  letter: 'letter',
}

const of = (record: TicketId, acts: readonly TicketAct[]): readonly ActToSave[] =>
  acts.map((act) => ({ kind: 'Ticket', record, act }))

/** [IN11] These two alone stand or fall together; nothing that was said waits for what may be refused. */
export const standTogether = ({ act }: ActToSave): boolean =>
  act.act === 'takeIn' || act.act === 'join'

/** One intake as the acts that keep it: who spoke apart from the matter, and the matter names nobody. */
export const useIntakeActs = () => {
  const { t } = useI18n()
  const phone = usePhone()
  const plain = usePlainWords()
  const { roles } = phone.person
  /** [IN11] What is offered, and what goes along. */
  const may = {
    note: mayAct(roles, 'Caller', 'note'),
    tell: mayAct(roles, 'Ticket', 'tellOwner'),
    assign: mayAct(roles, 'Ticket', 'assign'),
    raise: mayAct(roles, 'Ticket', 'raise'),
    join: mayAct(roles, 'Ticket', 'takeIn') && mayAct(roles, 'Ticket', 'join'),
  }
  const { titleOf, receive, dueFor } = useIntakeMatter(may.note)

  /** [IN12] Their name and number, what they said, their voice, and pictures that tell who they are. */
  const noteOf = (
    value: IntakeValue,
    ticket: TicketId,
    community: Community,
  ): { readonly id: CallerId; readonly acts: readonly ActToSave[] } | null => {
    const name = value.name.trim()
    const apart = isWithCaller(value, may.note)
    const heard = {
      ...(apart.photos ? { photos: [...value.photos] } : {}),
      ...(apart.sounds ? { sounds: [...value.sounds] } : {}),
    }
    const said = name + value.phone.trim() + value.words.trim()
    if (!may.note || (said === '' && Object.keys(heard).length === 0)) return null
    const id = phone.newId() as CallerId
    const caller = {
      ...{ id, community: community.id, ticket, name: name || t('intake.noName') },
      ...{ phone: value.phone.trim(), words: value.words.trim(), saidAt: phone.now() },
      ...heard,
    }
    return { id, acts: [{ kind: 'Caller', record: id, act: { act: 'note', caller } }] }
  }

  const told = (value: IntakeValue): readonly TicketActOf<'tellOwner'>[] => {
    const { said, nextWord, channel, name } = value
    if (!may.tell || (!said.trim() && !nextWord)) return []
    const nextWordAt = nextWord ? Number(nextWord) : null
    const how = { channel: TOLD_BY[channel], reached: true }
    return [{ act: 'tellOwner', ...how, words: plain(said, name), nextWordAt }]
  }

  const raised = (value: IntakeValue, community: Community, due: Due): readonly TicketAct[] => {
    if (!value.isMajor || !may.raise) return []
    const reason = plain(value.reason, value.name)
    return [{ act: 'raise', reason, words: '', ...toLeaderOf(community), due }]
  }

  const assigned = ({ handler }: IntakeValue): readonly TicketAct[] =>
    handler && may.assign
      ? [{ act: 'assign', from: 'received', to: handler as StaffId, words: '' }]
      : []

  return {
    may,
    titleOf,
    /** A ticket of its own. */
    make: (record: TicketId, value: IntakeValue, community: Community, topic: Topic | null) => {
      const caller = noteOf(value, record, community)
      return [
        ...(caller?.acts ?? []),
        ...of(record, [
          receive(value, community, topic, caller?.id ?? null),
          ...told(value),
          ...raised(value, community, dueFor(value, 'major', community, topic)),
          ...assigned(value),
        ]),
      ]
    },
    /** [IN6] Joined to one that is open: theirs is told there, and what was to happen to it happens there. */
    join: (
      record: TicketId,
      into: Ticket,
      value: IntakeValue,
      community: Community,
      topic: Topic | null,
    ) => {
      const caller = noteOf(value, record, community)
      const joined = { ticket: record, home: value.home, caller: caller?.id ?? null, with: null }
      const toLeader = raised(value, community, dueAs(into, 'major', community))
      const isRaised = into.major !== undefined
      return [
        ...(caller?.acts ?? []),
        ...of(record, [
          receive(value, community, topic, caller?.id ?? null),
          // The leader has the other already; why this one was major is kept with it.
          ...(isRaised ? toLeader : []),
        ]),
        ...of(into.id, [{ act: 'takeIn', joined: [joined] }]),
        ...of(record, [{ act: 'join', from: 'received', into: into.id }]),
        ...of(into.id, [
          ...told(value).map((each) => ({ ...each, of: record })),
          ...(isRaised ? [] : toLeader),
          ...(into.status === 'received' ? assigned(value) : []),
        ]),
      ]
    },
  }
}
