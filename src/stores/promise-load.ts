import { computed } from 'vue'
import { addDays } from '../domain/calendar-day'
import { givenOf, openPromisesOf, wordsGiven } from '../domain/promise/given'
import { localDay } from '../domain/time-zone'
import { promisesOnPlate, wordsOnPlate } from '../storage/promise-list'
import { useEstate } from './estate'
import { useLive } from './live'
import { usePhone } from './phone'

/** [PR7] What this person still has to keep, before they promise more. */
export const usePromiseLoad = () => {
  const { database, person, now } = usePhone()
  const estate = useEstate()
  const open = useLive(
    () => async () => {
      const at = now()
      const promises = await promisesOnPlate(database, person.staff)
      const tickets = await wordsOnPlate(database, person.staff)
      const given = [
        ...promises.map((promise) => givenOf(promise, at)),
        ...tickets.flatMap((ticket) => wordsGiven(ticket, at)),
      ]
      return openPromisesOf(given, person.staff)
    },
    [],
  )
  return computed(() => {
    const { zone } = estate
    const tomorrow = addDays(localDay(now(), zone), 1)
    return {
      open: open.value.length,
      tomorrow: open.value.filter(({ dueAt }) => localDay(dueAt, zone) === tomorrow).length,
      overdue: open.value.filter(({ fate }) => fate === 'overdue').length,
    }
  })
}
