import { defineStore } from 'pinia'
import type { Ticket } from '../domain/ticket/ticket'
import { markIn, notUpOf, type NotUp, type UploadState } from '../storage/upload-mark'
import { useLive } from './live'
import { usePhone } from './phone'

/** Where each ticket of a list is on its way up: one question for all rows. */
export const useTicketMarks = defineStore('ticketMarks', () => {
  const { database } = usePhone()
  const notUp = useLive<NotUp | null>(() => () => notUpOf(database, 'Ticket'), null)
  return {
    /** Null until the phone's own memory has answered: nothing is said of what is not known. */
    markOf: (ticket: Ticket): UploadState | null =>
      notUp.value && markIn(notUp.value, 'Ticket', ticket, ticket.id),
  }
})
