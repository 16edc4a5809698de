import { computed } from 'vue'
import { MINUTE } from '../domain/instant'
import { localDay } from '../domain/time-zone'
import { visitRuleOf } from '../domain/visit/usual-rule'
import { useEstate } from './estate'
import { usePhone } from './phone'

/** The rule, the zone and today, by which homes are due. */
export const useVisitDay = () => {
  const { tick } = usePhone()
  const estate = useEstate()
  /** A day, not a moment: homes are gone through anew once a day and not each second. */
  const today = computed(() => localDay(Math.floor(tick.value / MINUTE) * MINUTE, estate.zone))
  return computed(() => ({
    ...{ rule: visitRuleOf(estate.community), zone: estate.zone, today: today.value },
  }))
}
