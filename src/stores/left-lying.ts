import { computed } from 'vue'
import { isOverseer } from '../domain/overseer'
import { usePatrol } from './patrol'
import { usePhone } from './phone'

/** [TD7] The rounds that need whoever oversees them, by the matters' keys; nothing for others. */
export const useLeftLying = () => {
  const { person } = usePhone()
  const patrol = usePatrol()
  return computed<readonly string[]>(() =>
    isOverseer(person.roles)
      ? patrol.current
          .filter(({ judgement }) => judgement === 'overdue')
          .map(({ id }) => `round/${id}`)
      : [],
  )
}
