import { defineStore } from 'pinia'
import { computed } from 'vue'
import { dial } from '../device/dial'
import type { Caller } from '../domain/caller'
import { MINUTE } from '../domain/instant'
import { mayAct } from '../domain/permission'
import type { TicketAct, TicketActOf } from '../domain/ticket/act'
import type { TicketList } from '../domain/ticket/list'
import { joinedOf } from '../domain/ticket/join'
import type { Ticket, TicketId } from '../domain/ticket/ticket'
import type { SaveExtras } from '../storage/save-acts'
import { countTickets, openTickets, openTicketsAt, type TicketFilter } from '../storage/ticket-list'
import { act } from './act'
import { useLive } from './live'
import { usePhone } from './phone'

/** What lists are asked for; `mine` is whatever is on the plate of whoever asks. */
export const TICKET_VIEWS = [
  ...(['mine', 'open', 'overdue', 'unassigned', 'recheck', 'tell', 'ready', 'putOff'] as const),
  ...(['major', 'sample', 'declining', 'followUp', 'closed'] as const),
] as const
export type TicketView = (typeof TICKET_VIEWS)[number]
export type TicketCounts = Readonly<Record<TicketView, number>>

const NONE = Object.fromEntries(TICKET_VIEWS.map((view) => [view, 0])) as TicketCounts

export const filterOf = (view: TicketView, staff: string): TicketFilter =>
  view === 'mine' ? `of/${staff}` : view

export interface TicketDone {
  readonly record: TicketId
  readonly act: TicketAct
}

/** [TK18] The one is taken in before the other closes: in between nobody is without a ticket. */
export const joinActs = (ticket: Ticket, join: TicketActOf<'join'>): readonly TicketDone[] => [
  { record: join.into, act: { act: 'takeIn', joined: [...joinedOf(ticket)] } },
  { record: ticket.id, act: join },
]

/** Taken out again, it lives on by itself; the other no longer waits for its people. */
export const separateActs = (ticket: Ticket): readonly TicketDone[] =>
  ticket.status === 'closed' && ticket.into
    ? [
        { record: ticket.into, act: { act: 'takeOut', ticket: ticket.id } },
        { record: ticket.id, act: { act: 'separate', from: 'closed' } },
      ]
    : []

/** How many tickets there are of each sort, and what staff may do to one. */
export const useTickets = defineStore('tickets', () => {
  const phone = usePhone()
  const { database, person, tick } = phone
  /** Clocks run out by the minute; there is no need to count more often. */
  const minute = computed(() => Math.floor(tick.value / MINUTE) * MINUTE)
  const counts = useLive<TicketCounts>(() => {
    const now = minute.value
    return async () => {
      const count = (view: TicketView) => countTickets(database, filterOf(view, person.staff), now)
      const numbers = await Promise.all(
        TICKET_VIEWS.map(async (view) => [view, await count(view)] as const),
      )
      return Object.fromEntries(numbers) as TicketCounts
    }
  }, NONE)

  const mayDo = (name: TicketAct['act']) => mayAct(person.roles, 'Ticket', name)

  /** Acts on more than one ticket stand or fall together. */
  const save = (acts: readonly TicketDone[], extras: SaveExtras = {}) =>
    act(
      phone,
      acts.map((done) => ({ kind: 'Ticket', ...done })),
      { ...extras, whole: acts.length > 1 },
    )

  const doTo = (ticket: Ticket, deed: TicketAct) => save([{ record: ticket.id, act: deed }])

  return { counts, minute, mayDo, save, doTo }
})

/** One ticket as the database has it now: null where there is none, undefined until it was looked up. */
export const useTicket = (id: () => string | null) => {
  const { database } = usePhone()
  return useLive<Ticket | null | undefined>(() => {
    const wanted = id()
    return async () => (wanted ? ((await database.tickets.get(wanted))?.record ?? null) : null)
  }, undefined)
}

/** The most urgent of a list; for a page that shows a few and says where the rest are. */
export const useOpenTickets = (list: () => TicketList, most: number) => {
  const { database } = usePhone()
  return useLive<readonly Ticket[]>(() => {
    const name = list()
    return () => openTickets(database, name, most)
  }, [])
}

/** What is open at a place already. */
export const useOpenTicketsAt = (place: () => string | null, most: number) => {
  const { database } = usePhone()
  return useLive<readonly Ticket[]>(() => {
    const at = place()
    return async () => (at ? openTicketsAt(database, at, most) : [])
  }, [])
}

/** [PR12] Rings them, and keeps that somebody did; where it cannot be kept, nobody is rung. */
export const useDialling = () => {
  const phone = usePhone()
  return async (caller: Caller) => {
    const saved = await act(phone, [{ kind: 'Caller', record: caller.id, act: { act: 'dial' } }])
    if (saved.ok) dial(caller.phone)
    return saved
  }
}

/** Who spoke; only for those whose duties let their phone hold it. */
export const useCaller = (ticket: () => Pick<Ticket, 'caller'> | null) => {
  const { database } = usePhone()
  return useLive<Caller | null>(() => {
    const id = ticket()?.caller
    return async () => (id ? ((await database.callers.get(id))?.record ?? null) : null)
  }, null)
}
