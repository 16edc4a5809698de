import { defineStore } from 'pinia'
import { computed } from 'vue'
import type { Caller } from '../domain/caller'
import { mayAct } from '../domain/permission'
import { clockOf, concerns, isOpen, isOverdue } from '../domain/ticket/question'
import { handlerOf, type Ticket } from '../domain/ticket/ticket'
import type { TicketAct } from '../domain/ticket/act'
import type { PhotoToKeep } from '../storage/save-acts'
import { useLive } from './live'
import { act, usePhone } from './phone'

export const TICKET_FILTERS = ['mine', 'open', 'overdue', 'resolved', 'closed'] as const
export type TicketFilter = (typeof TICKET_FILTERS)[number]

/** Tickets as lists show them, and what staff may do to one. */
export const useTickets = defineStore('tickets', () => {
  const phone = usePhone()
  const { database, person, tick } = phone
  const all = useLive<readonly Ticket[]>(
    () => async () => (await database.tickets.toArray()).map(({ record }) => record),
    [],
  )
  const open = computed(() => all.value.filter(isOpen).sort((a, b) => clockOf(a) - clockOf(b)))
  const concern = computed(() => open.value.filter((ticket) => concerns(ticket, person.staff)))

  const filtered = (filter: TicketFilter): readonly Ticket[] => {
    switch (filter) {
      case 'mine':
        return concern.value
      case 'open':
        return open.value
      case 'overdue':
        return open.value.filter((ticket) => isOverdue(ticket, tick.value))
      case 'resolved':
        return open.value.filter(({ status }) => status === 'resolved')
      case 'closed':
        return all.value
          .filter((ticket) => !isOpen(ticket))
          .sort((a, b) => b.receivedAt - a.receivedAt)
    }
  }

  const byId = (id: string) => all.value.find((ticket) => ticket.id === id) ?? null

  const mayDo = (name: TicketAct['act']) => mayAct(person.roles, 'Ticket', name)

  const doTo = (ticket: Ticket, deed: TicketAct, photos: readonly PhotoToKeep[] = []) =>
    act(phone, [{ kind: 'Ticket', record: ticket.id, act: deed }], { photos })

  const isHandler = (ticket: Ticket) => handlerOf(ticket) === person.staff

  return { all, open, concern, filtered, byId, mayDo, doTo, isHandler }
})

/** Who spoke; only for those whose duties let their phone hold it. */
export const useCaller = (ticket: () => Ticket | null) => {
  const { database } = usePhone()
  return useLive<Caller | null>(() => {
    const id = ticket()?.caller
    return async () => (id ? ((await database.callers.get(id))?.record ?? null) : null)
  }, null)
}
