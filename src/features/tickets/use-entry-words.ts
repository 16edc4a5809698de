import { useI18n } from 'petite-vue-i18n'
import type { FieldValue } from '../../domain/field-edit'
import type { PlaceId } from '../../domain/place'
import type { TicketEntry } from '../../domain/ticket/entry'
import type { Ticket } from '../../domain/ticket/ticket'
import { useEstate } from '../../stores/estate'
import { usePhone } from '../../stores/phone'
import { useTimeWords } from '../../ui/time/use-time-words'
import { useRawWords } from '../../ui/use-raw-words'

type Told = Extract<TicketEntry, { kind: 'told' }>

const toldKey = ({ reached, nextWordAt }: Told): string => {
  if (!reached) return 'ticket.entry.notReached'
  return nextWordAt === null ? 'ticket.entry.told' : 'ticket.entry.toldUntil'
}

/** What happened to a ticket, in words. */
export const useEntryWords = () => {
  const { t } = useI18n()
  const rawWords = useRawWords()
  const { tick } = usePhone()
  const estate = useEstate()
  const { moment } = useTimeWords()
  const when = (at: number) => moment(at, tick.value, estate.zone)

  const leaderOf = ({ to }: { readonly to: string | null }) => ({
    to: to ? estate.staffName(to) : t('ticket.leader'),
  })

  const headline = (entry: TicketEntry): string => {
    const name = estate.staffName(entry.by)
    switch (entry.kind) {
      case 'assigned':
      case 'firstOffered':
      case 'transferred':
        return t(`ticket.entry.${entry.kind}`, { name, to: estate.staffName(entry.to) })
      case 'helperAdded':
      case 'helperDropped':
        return t(`ticket.entry.${entry.kind}`, { name, to: estate.staffName(entry.who) })
      case 'putOff':
        return t('ticket.entry.putOff', {
          ...{ name, why: t(`ticket.why.${entry.why}`), time: when(entry.until) },
        })
      case 'engaged':
        return t('ticket.entry.engaged', { name, outside: entry.name, time: when(entry.until) })
      case 'followedUp':
        return t(entry.answer ? 'ticket.entry.followedUp' : 'ticket.entry.followUpMissed', {
          name,
          n: entry.answer?.score ?? 0,
        })
      case 'rechecked':
        if (entry.ownWork) return t('ticket.entry.recheckOwn', { name })
        return t(entry.passed ? 'ticket.entry.recheckPassed' : 'ticket.entry.recheckFailed', {
          name,
        })
      case 'told':
        return t(toldKey(entry), {
          ...{ name, channel: t(`ticket.channel.${entry.channel}`) },
          time: entry.nextWordAt === null ? '' : when(entry.nextWordAt),
        })
      case 'verified':
        return t('ticket.entry.verified', { name, found: t(`ticket.verified.${entry.finding}`) })
      case 'raised':
        return t('ticket.entry.raised', { ...{ name, reason: entry.reason }, ...leaderOf(entry) })
      case 'heeded':
        if (entry.isOthers) return t('ticket.entry.heededOther', { name })
        return t(entry.isOrdinary ? 'ticket.entry.lowered' : 'ticket.entry.heeded', { name })
      case 'late':
        return t('ticket.entry.late', { name, step: t(`ticket.step.${entry.step}`) })
      case 'conflict':
        return t('ticket.entry.conflict', { name, field: t(`ticket.field.${entry.field}`) })
      case 'edited': {
        const fields = entry.fields.map((field) => t(`ticket.field.${field}`))
        return t('ticket.entry.edited', { name, fields: fields.join(t('ticket.entry.comma')) })
      }
      default:
        return t(`ticket.entry.${entry.kind}`, { name })
    }
  }

  /** [TK21] Why a step was not taken: what a colleague had done, and when. */
  const movedWords = (entry: TicketEntry): string =>
    t('ticket.movedShort', { what: headline(entry), time: when(entry.at) })
  const movedNotice = (entry: TicketEntry): string =>
    t('ticket.moved', { what: headline(entry), time: when(entry.at) })

  /** A field’s value as people read it: never an id, never true or false. */
  const valueOf = (field: string, value: FieldValue): string => {
    if (value === null || value === '') return t('ticket.value.empty')
    if (field === 'place' || field === 'home') return estate.placeName(value as PlaceId)
    const key = `ticket.value.${field}.${String(value)}`
    if (rawWords(key)) return t(key)
    return field === 'kind' ? t(`state.kind.${String(value)}`) : String(value)
  }

  /** What is true, then how and when it is put right. */
  const verifiedWords = ({ words, way, workAt }: Extract<TicketEntry, { kind: 'verified' }>) =>
    [
      words,
      way ? t('ticket.verified.way', { way }) : '',
      workAt === null ? '' : t('ticket.verified.workAt', { time: when(workAt) }),
    ]
      .filter(Boolean)
      .join('\n')

  const wordsOf = (entry: TicketEntry): string => {
    if (entry.kind === 'engaged') return entry.what
    if (entry.kind === 'verified') return verifiedWords(entry)
    if (entry.kind === 'closed' && entry.learnt)
      return t('ticket.entry.learnt', { cause: entry.learnt.cause, lesson: entry.learnt.lesson })
    if (entry.kind !== 'conflict') return 'words' in entry ? entry.words : ''
    const { field, stands, kept } = entry
    return t('ticket.entry.conflictWords', {
      ...{ stands: valueOf(field, stands), kept: valueOf(field, kept) },
    })
  }

  /** Whose home, where the entry speaks of a ticket joined to this one. */
  const otherOf = (entry: TicketEntry, ticket: Ticket): string | null => {
    if (entry.kind === 'told') return entry.of && entry.of !== ticket.id ? entry.of : null
    if (entry.kind === 'joined') return entry.into
    return entry.kind === 'tookIn' || entry.kind === 'tookOut' ? entry.ticket : null
  }

  return { headline, wordsOf, otherOf, when, movedWords, movedNotice }
}
