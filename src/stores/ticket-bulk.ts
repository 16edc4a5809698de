import { shallowRef } from 'vue'
import type { StaffId } from '../domain/id'
import { failed, ok, type Result } from '../domain/result'
import { asksLesson } from '../domain/ticket/lesson'
import type { TicketAct } from '../domain/ticket/act'
import { deedsOf } from '../domain/ticket/deed'
import type { PUT_OFF_REASONS, TicketEntry } from '../domain/ticket/entry'
import type { Ticket } from '../domain/ticket/ticket'
import { handlerOf } from '../domain/ticket/handler'
import { undoableStep } from '../domain/ticket/undo'
import { dropDraft } from '../storage/draft'
import { ticketsOf } from '../storage/ticket-list'
import { usePhone } from './phone'
import { useSaving } from './saving'
import { useRepeatLook } from './ticket-repeat'
import { useTickets } from './ticket'
import { useMovedSince } from './ticket-moved'

/** What is worth doing to many tickets at once. */
export const BULK_DEEDS = ['assign', 'putOff', 'close'] as const
export type BulkDeed = (typeof BULK_DEEDS)[number]

/** One that did not: somebody moved it first, it was so already, it may not be, or it was not saved. */
export interface BulkLeft {
  readonly ticket: Ticket
  readonly why: 'moved' | 'same' | 'cannot' | 'lesson' | 'notSaved'
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

/** What is said with it, the same to each. */
export interface BulkWritten {
  to: string
  words: string
  why: (typeof PUT_OFF_REASONS)[number]
  until: string
}

/** One deed to many tickets: each an act of its own, so that one that cannot be holds up no other. */
export const useTicketBulk = () => {
  const { database, person } = usePhone()
  const tickets = useTickets()
  const { look } = useRepeatLook()
  const movedSince = useMovedSince()
  const { failure, isBusy, saving } = useSaving()
  const result = shallowRef<BulkResult | null>(null)

  const may = (ticket: Ticket, deed: BulkDeed): boolean =>
    deedsOf(ticket, person.staff, (each) => tickets.mayDo(each)).includes(deed)

  const actOf = (deed: BulkDeed, { status: from }: Ticket, written: BulkWritten): TicketAct => {
    const { to, why, until } = written
    const words = written.words.trim()
    if (deed === 'assign') return { act: 'assign', from, to: to as StaffId, words }
    if (deed === 'putOff') return { act: 'putOff', from, why, until: Number(until), words }
    return { act: 'close', from }
  }

  /** In turn, on what each was when it was seen; a full disk ends it, what is not saved is said. */
  const each = async (
    wanted: readonly Ticket[],
    actFor: (ticket: Ticket) => Promise<TicketAct | BulkLeft['why']> | TicketAct | BulkLeft['why'],
  ): Promise<Pick<BulkResult, 'done' | 'left'>> => {
    const done: Ticket[] = []
    const left: BulkLeft[] = []
    await saving(async () => {
      for (const [index, ticket] of wanted.entries()) {
        const act = await actFor(ticket)
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
    return { done, left }
  }

  const isOf = (ticket: Ticket, to: string): boolean =>
    handlerOf(ticket) === to && ticket.status !== 'resolved' && ticket.status !== 'closed'

  /**
   * `seen` is what was on the screen; of it only what can be is tried. What was written goes once it
   * was saved with at least one, and nothing is left that should be tried with it again.
   */
  const save = async (
    seen: readonly Ticket[],
    deed: BulkDeed,
    written: BulkWritten,
    drafts: readonly string[],
  ): Promise<Result<null, null>> => {
    const { done, left } = await each(seen, async (ticket) => {
      if (!may(ticket, deed)) return 'cannot'
      if (deed === 'close' && asksLesson(ticket, await look(ticket))) return 'lesson'
      const isSo = deed === 'assign' && isOf(ticket, written.to)
      return isSo ? 'same' : actOf(deed, ticket, written)
    })
    const to = deed === 'assign' ? (written.to as StaffId) : null
    result.value = { ...{ deed, done, left, to }, until: Number(written.until) }
    if (done.length === 0 || left.some(({ why }) => why === 'notSaved')) return failed(null)
    await Promise.all(drafts.map((key) => dropDraft(database, key)))
    return ok(null)
  }

  /** Takes back what nobody has gone on from; the rest stays, and is said. */
  const undo = async (): Promise<void> => {
    if (isBusy.value || !result.value) return
    const undone = await each(result.value.done, (ticket) => {
      const step = undoableStep(ticket, person.staff)
      return step ? { act: 'undo', change: step.change } : 'cannot'
    })
    result.value = { deed: 'undo', ...undone, to: null, until: 0 }
  }

  return {
    ...{ result, may, save, undo, isBusy, failure },
    /** The tickets themselves, as they are on the screen now. */
    see: (ids: readonly string[]) => ticketsOf(database, ids),
  }
}
export type TicketBulk = ReturnType<typeof useTicketBulk>
