import { shallowReactive, shallowRef, toRefs } from 'vue'
import { useI18n } from 'petite-vue-i18n'
import type { StaffId } from '../domain/id'
import type { Photo } from '../domain/photo'
import type { PlaceId } from '../domain/place'
import { failed } from '../domain/result'
import type { TicketAct, TicketActOf } from '../domain/ticket/act'
import { untoldOf } from '../domain/ticket/closing'
import { NAMES_SOMEBODY, NEED_WORDS } from '../domain/ticket/deed'
import type { PUT_OFF_REASONS, TELLING_CHANNELS, TicketEntry } from '../domain/ticket/entry'
import { dueOf } from '../domain/ticket/clock-rule'
import type { Ticket, TicketId } from '../domain/ticket/ticket'
import { alreadyReplaced, replacing } from '../storage/replaced'
import { useDaysAhead } from './days-ahead'
import { useEstate } from './estate'
import { useKeptDraft } from './kept-draft'
import { usePhone } from './phone'
import { usePhotoTaking } from './photo-taking'
import { useSaving } from './saving'
import { useShots } from './shots'
import { joinActs, useTickets } from './ticket'
import type { PlainDeed } from './ticket-deed'
import { ticketDraftKey } from './ticket-draft'
import { useMovedSince } from './ticket-moved'

interface Written {
  words: string
  title: string
  place: PlaceId | null
  to: string
  channel: (typeof TELLING_CHANNELS)[number]
  outcome: 'yes' | 'no' | null
  why: (typeof PUT_OFF_REASONS)[number]
  until: string
  /** [TK25] The next word agreed with them; empty where none was. */
  nextWord: string
  /** Who was told: by the ticket they spoke of. */
  of: string
  name: string
  what: string
  into: string
  photos: readonly Photo[]
  /** [EX6] What the server refused and this says anew, by its place in the outbox. */
  replaces: readonly number[]
}

export type Missing = 'person' | 'outcome' | 'photo' | 'words' | 'outside' | 'ticket'

/** One deed to one ticket, from its first word to saved; kept all the way. */
export const useTicketForm = (ticket: () => Ticket, deed: PlainDeed) => {
  const { t } = useI18n()
  const phone = usePhone()
  const estate = useEstate()
  const tickets = useTickets()
  const { failure, isBusy, saving } = useSaving()
  const days = useDaysAhead()
  const movedSince = useMovedSince()
  /** What was seen when the sheet came up; a step is taken from there, whatever came meanwhile. */
  const seen = ticket()
  /** Why the step was not taken: what somebody did meanwhile. */
  const moved = shallowRef<TicketEntry | null>(null)
  const written: Written = shallowReactive<Written>({
    ...{
      words: '',
      title: ticket().title,
      place: ticket().place,
      to: '',
      channel: 'phone',
      outcome: null,
    },
    ...{ why: 'parts', until: String(days[0] ?? 0), of: untoldOf(ticket())[0]?.ticket ?? '' },
    ...{ name: '', what: '', into: '', photos: [], nextWord: '' },
    replaces: [],
  })
  const fields = toRefs(written)
  const draft = useKeptDraft<Written>(ticketDraftKey(ticket().id, deed), {
    read: () => ({ ...written }),
    write: (value) => Object.assign(written, value),
  })
  const shots = useShots(
    fields.photos,
    usePhotoTaking(draft, () => ticket().title),
  )

  const missing = (): Missing | null => {
    const { words, title, to, outcome, photos, name, what, into } = written
    const isOutcome = deed === 'tellOwner' || deed === 'recheck'
    if (NAMES_SOMEBODY.includes(deed) && !to) return 'person'
    if (isOutcome && !outcome) return 'outcome'
    if (deed === 'recheck' && photos.length === 0) return 'photo'
    if (deed === 'join' && !into) return 'ticket'
    if (deed === 'engage' && !(name.trim() && what.trim())) return 'outside'
    const mustSay = NEED_WORDS.includes(deed) || (deed === 'recheck' && outcome === 'no')
    if (mustSay && !words.trim()) return 'words'
    return deed === 'edit' && !title.trim() ? 'words' : null
  }

  /** [MG1] Against what was seen when the sheet came up: a move by somebody else is not taken back. */
  const editsOf = (): TicketActOf<'edit'>['fields'] => {
    const title = { seen: seen.title, meant: written.title.trim() }
    const place = { seen: seen.place, meant: written.place }
    if (place.seen === place.meant) return { title }
    return title.seen === title.meant ? { place } : { title, place }
  }

  const actOf = (held: Ticket): TicketAct => {
    const { to, channel, why, until, of, name, what, into, nextWord } = written
    const from = seen.status
    const words = written.words.trim()
    const photos = [...written.photos]
    switch (deed) {
      case 'assign':
      case 'transfer':
        return { act: deed, from, to: to as StaffId, words }
      case 'offerFirst':
        return { act: 'offerFirst', to: to as StaffId, words }
      case 'refuseFirst':
        return { act: 'refuseFirst', words }
      case 'addHelper':
      case 'dropHelper':
        return { act: deed, who: to as StaffId }
      case 'takeFirst':
        return { act: 'takeFirst' }
      case 'return':
      case 'cancel':
      case 'decline':
      case 'release':
        return { act: deed, from, words }
      case 'putOff':
        return { act: 'putOff', from, why, until: Number(until), words }
      case 'engage':
        return { act: 'engage', from, name: name.trim(), what: what.trim(), until: Number(until) }
      case 'start':
      case 'resolve':
        return { act: deed, from, words, photos }
      case 'reopen':
        return { act: 'reopen', from, words, photos, ...anew(held) }
      case 'recheck': {
        const passed = written.outcome === 'yes'
        const looked = { act: 'recheck', from, passed, words, photos } as const
        return from === 'closed' && !passed ? { ...looked, ...anew(held) } : looked
      }
      case 'tellOwner': {
        const nextWordAt = nextWord ? Number(nextWord) : null
        const told = { channel, reached: written.outcome === 'yes', words, nextWordAt }
        const other = of && of !== held.id ? { of: of as TicketId } : {}
        return { act: 'tellOwner', ...told, ...other }
      }
      case 'edit':
        return { act: 'edit', fields: editsOf() }
      case 'say':
        return { act: 'say', words, photos }
      case 'join':
        return { act: 'join', from, into: into as TicketId }
      case 'accept':
      case 'close':
      case 'separate':
        return { act: deed, from }
    }
  }
  const anew = (held: Ticket) => {
    const community = estate.communities.find(({ id }) => id === held.community)
    return community ? { due: dueOf(held, phone.now(), community) } : {}
  }

  /** The change it became; null when it was not saved: `missing` or `failure` says why. */
  const save = async (): Promise<string | null> => {
    if (missing()) return null
    const held = ticket()
    const act = actOf(held)
    let change: string | null = null
    let isTwice = false
    await saving(async () => {
      const acts = act.act === 'join' ? joinActs(held, act) : [{ record: held.id, act }]
      const photos = draft.photosOf([...written.photos])
      const also = replacing(phone.database, [...written.replaces])
      const saved = await draft.handIn(async (dropDrafts) => {
        isTwice = await alreadyReplaced(phone.database, written.replaces)
        return isTwice
          ? failed({ kind: 'refused' } as const)
          : tickets.save(acts, { photos, dropDrafts, also })
      })
      if (!saved.ok) {
        moved.value = isTwice ? null : await movedSince(seen)
        return failed(saved.error)
      }
      change = saved.value.at(-1) ?? null
      return saved
    })
    if (isTwice) failure.value = t('ticket.replaced')
    return change
  }

  return { ...{ fields, days, draft, shots, missing, save, isBusy, failure, moved } }
}
