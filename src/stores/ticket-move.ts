import { computed, shallowRef } from 'vue'
import type { TicketDeed } from '../domain/ticket/deed'
import type { TicketEntry } from '../domain/ticket/entry'
import { asksLesson } from '../domain/ticket/lesson'
import type { Ticket } from '../domain/ticket/ticket'
import { undoableStep } from '../domain/ticket/undo'
import { usePhone } from './phone'
import { useSaving } from './saving'
import { useTicket, useTickets } from './ticket'
import { useMovedSince } from './ticket-moved'

/** [DK3] A card moved is a deed done: with the form it needs, said afterwards, and taken back while it can be. */
export const useTicketMove = () => {
  const { person } = usePhone()
  const tickets = useTickets()
  const movedSince = useMovedSince()
  const { failure, isBusy, saving } = useSaving()
  /** What is asked before it is done. */
  const asking = shallowRef<{ readonly ticket: Ticket; readonly deed: TicketDeed } | null>(null)
  const done = shallowRef<{
    readonly ticket: string
    readonly deed: TicketDeed
    readonly change: string
  } | null>(null)
  const moved = shallowRef<TicketEntry | null>(null)
  const now = useTicket(() => done.value?.ticket ?? null)
  const canUndo = computed(
    () => !!now.value && undoableStep(now.value, person.staff)?.change === done.value?.change,
  )

  /** What needs no words is done at once. */
  const begin = async (ticket: Ticket, deed: TicketDeed): Promise<void> => {
    failure.value = ''
    moved.value = null
    const isPlain = deed === 'accept' || (deed === 'close' && !asksLesson(ticket))
    if (!isPlain) {
      asking.value = { ticket, deed }
      return
    }
    await saving(async () => {
      const saved = await tickets.doTo(ticket, { act: deed, from: ticket.status })
      if (saved.ok) done.value = { ticket: ticket.id, deed, change: saved.value.at(-1) ?? '' }
      else moved.value = await movedSince(ticket)
      return saved
    })
  }
  const asked = (change: string) => {
    if (!asking.value) return
    const { ticket, deed } = asking.value
    done.value = { ticket: ticket.id, deed, change }
    asking.value = null
  }
  const undo = () =>
    saving(async () => {
      const held = now.value
      const step = held && undoableStep(held, person.staff)
      done.value = null
      if (!held || !step) return { ok: true, value: null }
      const saved = await tickets.doTo(held, { act: 'undo', change: step.change })
      moved.value = saved.ok ? null : await movedSince(held)
      return saved
    })
  return { asking, done, moved, canUndo, failure, isBusy, begin, asked, undo }
}
