import { defineStore } from 'pinia'
import type { Ticket } from '../domain/ticket/ticket'
import {
  markIn,
  NOTHING_NOT_UP,
  notUpOf,
  type NotUp,
  type UploadState,
} from '../storage/upload-mark'
import { useLive } from './live'
import { usePhone } from './phone'

/** Where each ticket of a list is on its way up: one question for all rows. */
export const useTicketMarks = defineStore('ticketMarks', () => {
  const { database } = usePhone()
  const notUp = useLive<NotUp>(() => () => notUpOf(database, 'Ticket'), NOTHING_NOT_UP)
  return {
    markOf: (ticket: Ticket): UploadState => markIn(notUp.value, 'Ticket', ticket, ticket.id),
  }
})
