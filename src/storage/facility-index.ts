import type { Facility } from '../domain/facility'
import { remindOn } from '../domain/facility/due'

/** By its place, by the first day anybody is reminded of something of it, and by its label. */
export const facilityIndex = (facility: Facility) => {
  const { place, token } = facility
  const reminds = remindOn(facility)
  return { place, ...(reminds ? { remindOn: reminds } : {}), ...(token ? { token } : {}) }
}
