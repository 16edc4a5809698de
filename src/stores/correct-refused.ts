import type { Photo } from '../domain/photo'
import type { TicketAct } from '../domain/ticket/act'
import { deedsOf, type TicketDeed } from '../domain/ticket/deed'
import type { Ticket } from '../domain/ticket/ticket'
import { dropDraft } from '../storage/draft'
import { fillDraft } from '../storage/fill-draft'
import { begunDrafts } from '../storage/in-hand'
import type { RefusedWork } from '../storage/refused-work'
import { SNAP_DRAFT } from '../storage/replaced'
import { usePhone } from './phone'
import { lookIn, reopenLook } from './refused-look'
import { SNAP_KINDS } from './snap-ticket'
import { useTickets } from './ticket'
import { ticketDraftKey } from './ticket-draft'

/** What a ticket's form shows of what was refused. */
interface Refilled {
  readonly words?: string
  readonly title?: string
  readonly to?: string
  readonly channel?: string
  readonly outcome?: 'yes' | 'no'
  readonly name?: string
  readonly what?: string
  readonly photos?: readonly Photo[]
}

const yesNo = (isYes: boolean) => ({ outcome: isYes ? ('yes' as const) : ('no' as const) })

/** Times are chosen anew: those of then may be over. */
const refilled = (act: TicketAct): Refilled => ({
  ...('words' in act ? { words: act.words } : {}),
  ...('photos' in act ? { photos: act.photos } : {}),
  ...('to' in act ? { to: act.to } : {}),
  ...(act.act === 'tellOwner' ? { channel: act.channel, ...yesNo(act.reached) } : {}),
  ...(act.act === 'recheck' ? yesNo(act.passed) : {}),
  ...(act.act === 'engage' ? { name: act.name, what: act.what } : {}),
  ...(act.act === 'edit' && act.fields.title ? { title: act.fields.title.meant } : {}),
})

/** Without a form of their own. */
const NO_FORM: readonly TicketAct['act'][] = [
  ...(['accept', 'close', 'separate', 'join', 'takeIn', 'takeOut', 'undo', 'relocate'] as const),
  'receive',
]

/** [EX6] A new ticket that 「随手拍」 made, as it stood on that page; null for any other. */
const seenIn = ({ kind, record, acts }: RefusedWork) => {
  const [only, more] = acts
  const act = only?.act as TicketAct | undefined
  if (kind !== 'Ticket' || record || more || act?.act !== 'receive') return null
  const { title, words, photos, sounds, place, home, facility } = act
  const isSeen = SNAP_KINDS.some((each) => each === act.kind) && act.origin.by === 'staff'
  if (!isSeen || act.caller || act.fixed) return null
  const said = [title, words].filter(Boolean).join('\n')
  return {
    ...{ photos, sounds, place, home, facility, kind: act.kind },
    ...{ words: said, nextWord: '' },
  }
}

/** [EX6] Which form what was refused can be said anew in: its own, or a word in the thread. */
export const useCorrectRefused = () => {
  const { database, person, now } = usePhone()
  const tickets = useTickets()

  const offeredFor = ({ kind, record, acts }: RefusedWork): TicketDeed | null => {
    const [only, more] = acts
    if (kind !== 'Ticket' || !record || !only || more) return null
    const act = only.act as TicketAct
    const offered = deedsOf(record as Ticket, person.staff, (deed) => tickets.mayDo(deed))
    const own = offered.find((deed) => deed === act.act)
    if (own && !NO_FORM.includes(act.act)) return own
    const { words = '', photos = [] } = refilled(act)
    return words.trim() !== '' || photos.length > 0 ? 'say' : null
  }

  /** One that does not read is in nobody's form, and takes the others with it nowhere. */
  const deedFor = (work: RefusedWork): TicketDeed | null => {
    try {
      return offeredFor(work)
    } catch {
      return null
    }
  }
  const mayCorrect = (work: RefusedWork): boolean =>
    deedFor(work) !== null || seenIn(work) !== null || lookIn(work) !== null

  const correctStep = async (work: RefusedWork, deed: TicketDeed): Promise<`/${string}`> => {
    const act = work.acts[0]?.act as TicketAct
    const value = { ...refilled(act), replaces: work.orders }
    const title = work.record && 'title' in work.record ? work.record.title : ''
    const blank = { title, channel: 'phone' }
    await fillDraft(database, ticketDraftKey(work.id, deed), value, now(), blank)
    return `/tickets/${work.id}?deed=${deed}`
  }

  /** Where the form is; null where there is none, `begun` where something else stands in it. */
  const correct = async (work: RefusedWork): Promise<`/${string}` | 'begun' | null> => {
    const deed = deedFor(work)
    if (deed) return correctStep(work, deed)
    const look = lookIn(work)
    if (look) return reopenLook(database, look, work.orders, now())
    const seen = seenIn(work)
    if (!seen) return null
    if ((await begunDrafts(database)).some(({ key }) => key === SNAP_DRAFT)) return 'begun'
    await dropDraft(database, SNAP_DRAFT)
    await fillDraft(database, SNAP_DRAFT, { ...seen, replaces: work.orders }, now())
    return '/snap'
  }
  return { mayCorrect, correct }
}
