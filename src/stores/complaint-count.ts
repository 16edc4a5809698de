import { computed } from 'vue'
import { hasSomeoneToTell } from '../domain/ticket/closing'
import { lastToldAt } from '../domain/ticket/clock'
import { instantOf, localDay } from '../domain/time-zone'
import { ticketsReceivedSince } from '../storage/in-hand'
import { useEstate } from './estate'
import { useLive } from './live'
import { usePhone } from './phone'

/** The complaints taken since the day began, and of how many their owner was reached. */
export const useComplaintsToday = () => {
  const { database, tick } = usePhone()
  const estate = useEstate()
  const dayBegan = computed(() => instantOf(localDay(tick.value, estate.zone), 0, estate.zone))
  return useLive(
    () => {
      const since = dayBegan.value
      return async () => {
        const complaints = (await ticketsReceivedSince(database, since)).filter(
          ({ kind }) => kind === 'complaint',
        )
        const told = complaints.filter(
          (ticket) => hasSomeoneToTell(ticket) && lastToldAt(ticket) !== null,
        )
        return { all: complaints.length, told: told.length }
      }
    },
    { all: 0, told: 0 },
  )
}
