import { defineStore } from 'pinia'
import { computed, onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue'
import type { Ticket } from '../domain/ticket/ticket'
import { createRowReader } from '../storage/row-reader'
import { usePhone } from './phone'

/** Null where there is none, undefined until it was looked up. */
type Shown = ShallowRef<Ticket | null | undefined>

/** The tickets whose rows are on the screen. */
const useTicketRows = defineStore('ticketRows', () => {
  const { database } = usePhone()
  const rows = new Map<string, { readonly ticket: Shown; holders: number }>()
  const reader = createRowReader(database, database.tickets, (id, held) => {
    const row = rows.get(id)
    if (row) row.ticket.value = held?.record ?? null
  })
  const hold = (id: string): Shown => {
    const row = rows.get(id) ?? { ticket: shallowRef(undefined), holders: 0 }
    row.holders += 1
    if (row.holders === 1) {
      rows.set(id, row)
      reader.follow(id)
    }
    return row.ticket
  }
  const release = (id: string): void => {
    const row = rows.get(id)
    if (!row) return
    row.holders -= 1
    if (row.holders > 0) return
    rows.delete(id)
    reader.leave(id)
  }
  return { hold, release }
})

/** One row’s ticket, for as long as the row is there. */
export const useTicketRow = (id: () => string) => {
  const rows = useTicketRows()
  const shown = shallowRef<Shown>()
  let held: string | null = null
  const leave = () => {
    if (held !== null) rows.release(held)
  }
  watch(
    id,
    (now) => {
      shown.value = rows.hold(now)
      leave()
      held = now
    },
    { immediate: true },
  )
  onScopeDispose(leave)
  return computed(() => shown.value?.value)
}
