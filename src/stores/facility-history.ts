import { computed } from 'vue'
import type { Checkpoint } from '../domain/checkpoint'
import type { CheckpointVisit } from '../domain/checkpoint-visit'
import type { Facility, FacilityId } from '../domain/facility'
import type { Form } from '../domain/form/form'
import type { Ticket } from '../domain/ticket/ticket'
import { ticketsAtFacility, visitsToPoints } from '../storage/facility-work'
import { useLive } from './live'
import { usePhone } from './phone'

const MOST = 20

/** The facility of an id; undefined while it is read, null where this phone holds none. */
export const useFacility = (id: () => string | null) => {
  const { database } = usePhone()
  return useLive<Facility | null | undefined>(() => {
    const wanted = id() ?? ''
    return async () => (await database.facilities.get(wanted))?.record ?? null
  }, undefined)
}

/** One facility with what is open at it, what was, and when it was last looked at. */
export const useFacilityHistory = (id: () => FacilityId) => {
  const { database } = usePhone()
  const tickets = (what: 'open' | 'closed') =>
    useLive<readonly Ticket[]>(() => {
      const wanted = id()
      return () => ticketsAtFacility(database, wanted, what, MOST)
    }, [])
  const points = useLive<readonly Checkpoint[]>(() => {
    const wanted = id()
    return async () =>
      (await database.checkpoints.toArray())
        .map(({ record }) => record)
        .filter(({ facility: at }) => at === wanted)
  }, [])
  const visits = useLive<readonly CheckpointVisit[]>(() => {
    const ids = points.value.map(({ id: point }) => point)
    return () => visitsToPoints(database, ids, MOST)
  }, [])
  const forms = useLive<readonly Form[]>(() => {
    const wanted = [...new Set(visits.value.map(({ form }) => form))]
    return async () =>
      (await database.forms.bulkGet(wanted)).flatMap((held) => (held ? [held.record] : []))
  }, [])
  const formById = computed(() => new Map(forms.value.map((form) => [form.id, form])))
  const formOf = (visit: CheckpointVisit) => formById.value.get(visit.form)

  return {
    facility: useFacility(id),
    open: tickets('open'),
    closed: tickets('closed'),
    visits,
    formOf,
  }
}
