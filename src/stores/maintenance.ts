import { computed } from 'vue'
import type { FacilityId } from '../domain/facility'
import type { Maintenance, MaintenanceId } from '../domain/maintenance'
import { mayAct } from '../domain/permission'
import { callersScope } from '../domain/scope'
import { localDay } from '../domain/time-zone'
import { maintenancesOf } from '../storage/maintenance'
import { act } from './act'
import { useEstate } from './estate'
import { useLive } from './live'
import { usePhone } from './phone'

/** [FA11] Who maintained it when; the one still open, and what is done with each. */
export const useMaintenances = (facility: () => FacilityId) => {
  const phone = usePhone()
  const estate = useEstate()
  const held = useLive<readonly Maintenance[] | null>(() => {
    const wanted = facility()
    return () => maintenancesOf(phone.database, wanted)
  }, null)
  const all = computed(() => held.value ?? [])
  const record = (id: MaintenanceId) => ({ kind: 'Maintenance' as const, record: id })
  return {
    all,
    isRead: computed(() => held.value !== null),
    open: computed(
      () => all.value.find(({ status }) => status === 'onSite' || status === 'done') ?? null,
    ),
    mayWitness: mayAct(phone.person.roles, 'Maintenance', 'signIn'),
    /** Names of people are in it: whoever hears callers reads them. */
    mayRead: computed(() => phone.person.scopes.includes(callersScope(estate.community?.id ?? ''))),
    /** [FA10] One of ours saw that it was done: the next moves with it, in the same moment. */
    confirm: ({ id, facility: of, arrivedAt }: Maintenance, words: string) =>
      act(phone, [
        { ...record(id), act: { act: 'confirm', words: words.trim() } },
        {
          ...{ kind: 'Facility', record: of },
          act: { act: 'maintain', on: localDay(arrivedAt, estate.zone) },
        },
      ]),
    discard: ({ id }: Maintenance, reason: string) =>
      act(phone, [{ ...record(id), act: { act: 'void', reason: reason.trim() } }]),
  }
}
