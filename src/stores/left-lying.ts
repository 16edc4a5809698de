import { computed } from 'vue'
import { MINUTE } from '../domain/instant'
import { isOverseer } from '../domain/permission'
import { ticketsLeftLying } from '../storage/in-hand'
import { useLive } from './live'
import { usePatrol } from './patrol'
import { usePhone } from './phone'

/** [TD7] What of the community needs whoever oversees it, by the matters' keys; nothing for others. */
export const useLeftLying = () => {
  const { database, person, tick } = usePhone()
  const patrol = usePatrol()
  const oversees = isOverseer(person.roles)
  const minute = computed(() => Math.floor(tick.value / MINUTE) * MINUTE)
  const tickets = useLive<readonly string[]>(() => {
    const now = minute.value
    return async () => (oversees ? ticketsLeftLying(database, now) : [])
  }, [])
  return computed<readonly string[]>(() => {
    if (!oversees) return []
    const late = patrol.current.filter(({ judgement }) => judgement === 'overdue')
    return [...tickets.value.map((id) => `ticket/${id}`), ...late.map(({ id }) => `round/${id}`)]
  })
}
