import { ref, shallowReactive, shallowRef, toRefs } from 'vue'
import type { StaffId } from '../domain/id'
import { failed, ok } from '../domain/result'
import type { TicketAct } from '../domain/ticket/act'
import { deedsOf } from '../domain/ticket/deed'
import type { PUT_OFF_REASONS, TicketEntry } from '../domain/ticket/entry'
import { handlerOf, type Ticket } from '../domain/ticket/ticket'
import { undoableStep } from '../domain/ticket/undo'
import { ticketsOf } from '../storage/ticket-list'
import { useDaysAhead } from './days-ahead'
import { usePhone } from './phone'
import { useSaving } from './saving'
import { useTickets } from './ticket'
import { useMovedSince } from './ticket-moved'

/** What is worth doing to many tickets at once. */
export const BULK_DEEDS = ['assign', 'putOff', 'close'] as const
export type BulkDeed = (typeof BULK_DEEDS)[number]

/** One that did not: somebody moved it first, it was so already, it may not be, or it was not saved. */
export interface BulkLeft {
  readonly ticket: Ticket
  readonly why: 'moved' | 'same' | 'cannot' | 'notSaved'
  readonly moved: TicketEntry | null
}
export interface BulkResult {
  readonly deed: BulkDeed | 'undo'
  /** Those it took effect on, as they are after it. */
  readonly done: readonly Ticket[]
  readonly left: readonly BulkLeft[]
  /** Whom they were assigned to, or until when they wait. */
  readonly to: StaffId | null
  readonly until: number
}

interface Written {
  to: string
  words: string
  why: (typeof PUT_OFF_REASONS)[number]
  until: string
}

/** One deed to many tickets: each an act of its own, so that one that cannot be holds up no other. */
export const useTicketBulk = () => {
  const { database, person } = usePhone()
  const tickets = useTickets()
  const movedSince = useMovedSince()
  const { failure, isBusy, saving } = useSaving()
  const days = useDaysAhead()
  const written = shallowReactive<Written>({
    ...{ to: '', words: '', why: 'parts', until: String(days[0] ?? 0) },
  })
  const isMissing = ref(false)
  const result = shallowRef<BulkResult | null>(null)

  const may = (ticket: Ticket, deed: BulkDeed): boolean =>
    deedsOf(ticket, person.staff, (each) => tickets.mayDo(each)).includes(deed)

  const actOf = (deed: BulkDeed, { status: from }: Ticket): TicketAct => {
    const { to, why, until } = written
    const words = written.words.trim()
    if (deed === 'assign') return { act: 'assign', from, to: to as StaffId, words }
    if (deed === 'putOff') return { act: 'putOff', from, why, until: Number(until), words }
    return { act: 'close', from }
  }

  /** In turn, on what each was when it was seen; a full disk ends it, what is not saved is said. */
  const each = async (
    wanted: readonly Ticket[],
    deed: BulkResult['deed'],
    actFor: (ticket: Ticket) => TicketAct | BulkLeft['why'],
  ) => {
    const done: Ticket[] = []
    const left: BulkLeft[] = []
    await saving(async () => {
      for (const [index, ticket] of wanted.entries()) {
        const act = actFor(ticket)
        if (typeof act === 'string') {
          left.push({ ticket, why: act, moved: null })
          continue
        }
        const saved = await tickets.doTo(ticket, act)
        if (saved.ok) {
          const [now] = await ticketsOf(database, [ticket.id])
          done.push(now ?? ticket)
          continue
        }
        if (saved.error.kind !== 'noted' && saved.error.kind !== 'refused') {
          const rest = wanted.slice(index)
          left.push(
            ...rest.map((each) => ({ ticket: each, why: 'notSaved' as const, moved: null })),
          )
          return failed(saved.error)
        }
        const moved = await movedSince(ticket)
        left.push({ ticket, why: moved ? 'moved' : 'cannot', moved })
      }
      return ok(null)
    })
    const to = deed === 'assign' ? (written.to as StaffId) : null
    result.value = { ...{ deed, done, left, to }, until: Number(written.until) }
  }

  const isTheirs = (ticket: Ticket): boolean =>
    handlerOf(ticket) === written.to && ticket.status !== 'resolved' && ticket.status !== 'closed'

  /** `seen` is what was on the screen; of it only what can be is tried, and false when a word is missing. */
  const save = async (seen: readonly Ticket[], deed: BulkDeed): Promise<boolean> => {
    if (isBusy.value) return false
    isMissing.value = deed === 'assign' && !written.to
    if (isMissing.value) return false
    await each(seen, deed, (ticket) => {
      if (!may(ticket, deed)) return 'cannot'
      return deed === 'assign' && isTheirs(ticket) ? 'same' : actOf(deed, ticket)
    })
    written.words = ''
    return true
  }

  /** Takes back what nobody has gone on from; the rest stays, and is said. */
  const undo = async (): Promise<void> => {
    if (isBusy.value || !result.value) return
    await each(result.value.done, 'undo', (ticket) => {
      const step = undoableStep(ticket, person.staff)
      return step ? { act: 'undo', change: step.change } : 'cannot'
    })
  }

  return {
    ...{ fields: toRefs(written), days, result, isMissing, may, save, undo, isBusy, failure },
    /** The tickets themselves, as they are on the screen now. */
    see: (ids: readonly string[]) => ticketsOf(database, ids),
  }
}
export type TicketBulk = ReturnType<typeof useTicketBulk>
