import { computed } from 'vue'
import { MINUTE } from '../domain/instant'
import { FIRST_TIMING } from '../domain/clock/first-timing'
import { isOverseer } from '../domain/overseer'
import { ticketsLeftLying } from '../storage/in-hand'
import { useEstate } from './estate'
import { useLive } from './live'
import { usePatrol } from './patrol'
import { usePhone } from './phone'

/** [TD7] What of the community needs whoever oversees it, by the matters' keys; nothing for others. */
export const useLeftLying = () => {
  const { database, person, tick } = usePhone()
  const patrol = usePatrol()
  const estate = useEstate()
  const oversees = isOverseer(person.roles)
  const minute = computed(() => Math.floor(tick.value / MINUTE) * MINUTE)
  const tickets = useLive<readonly string[]>(() => {
    const now = minute.value
    const { escalation } = estate.community?.timing ?? FIRST_TIMING
    const isSupervisor = person.roles.includes('supervisor')
    const after = isSupervisor ? escalation.supervisorAfter : escalation.managerAfter
    const since = {
      lateSince: now - after * MINUTE,
      freeSince: isSupervisor ? now - escalation.unassignedAfter * MINUTE : null,
    }
    return async () => (oversees ? ticketsLeftLying(database, since) : [])
  }, [])
  return computed<readonly string[]>(() => {
    if (!oversees) return []
    const late = patrol.current.filter(({ judgement }) => judgement === 'overdue')
    return [...tickets.value.map((id) => `ticket/${id}`), ...late.map(({ id }) => `round/${id}`)]
  })
}
