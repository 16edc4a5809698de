import { computed } from 'vue'
import type { Checkpoint } from '../domain/checkpoint'
import type { CheckpointVisit } from '../domain/checkpoint-visit'
import type { FacilityId } from '../domain/facility'
import type { Form } from '../domain/form/form'
import { readingLines } from '../domain/reading-line'
import { visitsToPoints } from '../storage/facility-work'
import { useLive } from './live'
import { usePhone } from './phone'

/** As many visits as are drawn: more than a year of one a day. */
const MOST = 400

/** [FA13] What the gauges of a facility said on rounds, from what this phone holds. */
export const useFacilityReadings = (facility: () => FacilityId) => {
  const { database } = usePhone()
  const points = useLive<readonly Checkpoint[]>(() => {
    const wanted = facility()
    return async () =>
      (await database.checkpoints.toArray())
        .map(({ record }) => record)
        .filter(({ facility: at }) => at === wanted)
  }, [])
  const visits = useLive<readonly CheckpointVisit[]>(() => {
    const ids = points.value.map(({ id }) => id)
    return () => visitsToPoints(database, ids, MOST)
  }, [])
  const forms = useLive<readonly Form[]>(() => {
    const wanted = [...new Set(visits.value.map(({ form }) => form))]
    return async () =>
      (await database.forms.bulkGet(wanted)).flatMap((held) => (held ? [held.record] : []))
  }, [])
  return computed(() => {
    const byId = new Map(forms.value.map((form) => [form.id, form]))
    return readingLines(visits.value, ({ form }) => byId.get(form)).filter(
      ({ readings }) => readings.length > 1,
    )
  })
}
