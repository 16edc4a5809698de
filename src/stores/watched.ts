import { computed } from 'vue'
import { isWatchedAt, learntOf } from '../domain/ticket/lesson'
import type { Ticket } from '../domain/ticket/ticket'
import { useLive } from './live'
import { usePhone } from './phone'

/** [CL2] What was learnt at a place within the days it is watched. */
export const useWatchedAt = (place: () => string) => {
  const { database, tick } = usePhone()
  const watched = useLive<readonly Ticket[]>(
    () => async () =>
      (await database.tickets.where('lists').equals('watched').toArray()).map(
        ({ record }) => record,
      ),
    [],
  )
  return computed(() =>
    watched.value
      .filter((ticket) => ticket.place === place() && isWatchedAt(ticket, tick.value))
      .map((ticket) => ({ ticket, lesson: learntOf(ticket)?.lesson ?? '' })),
  )
}
