import { computed } from 'vue'
import { loadsOf, turnsOf, type Turn } from '../domain/ticket/turn'
import type { Ticket } from '../domain/ticket/ticket'
import { ticketsAtWork } from '../storage/in-hand'
import { useEstate } from './estate'
import { useLive } from './live'
import { usePhone } from './phone'
import { useOnDuty } from './roster'

/** [TK43] Whose turn a ticket is, of those the phone knows; nobody while none is asked for. */
export const useTurns = (ticket: () => Ticket | null) => {
  const { database } = usePhone()
  const estate = useEstate()
  const duties = useOnDuty(() => ticket() !== null)
  const open = useLive<readonly Ticket[]>(
    () => (ticket() ? () => ticketsAtWork(database) : null),
    [],
  )
  return computed<readonly Turn[]>(() => {
    const held = ticket()
    const onDuty = new Set(duties.value.map(({ staff }) => staff))
    return held ? turnsOf(held.kind, estate.staff, loadsOf(open.value), onDuty) : []
  })
}
