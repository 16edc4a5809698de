import { addDays, daysBetween, type CalendarDay } from '../calendar-day'
import type { Facility, MaintenancePlan } from '../facility'
import { addMonths } from '../month'

/** [FA9] How long before its certificate ends, and before it is maintained, somebody is reminded. */
const CERTIFICATE_NEARS = 30
const MAINTENANCE_NEARS = 3

export const maintainedNext = ({ every, unit }: MaintenancePlan, on: CalendarDay): CalendarDay =>
  unit === 'day' ? addDays(on, every) : addMonths(on, every)

type DueState = 'past' | 'near' | 'later'
type Dated = Pick<Facility, 'certificate' | 'nextMaintenanceOn' | 'state'>

const dueState = (on: CalendarDay, today: CalendarDay, nears: number): DueState => {
  const left = daysBetween(today, on)
  if (left < 0) return 'past'
  return left <= nears ? 'near' : 'later'
}

/** [FA9] The last day counts: past is the day after. What was scrapped waits for nothing. */
const certificateDue = ({ certificate, state }: Dated, today: CalendarDay) =>
  certificate && state !== 'scrapped'
    ? dueState(certificate.expiresOn, today, CERTIFICATE_NEARS)
    : null
const maintenanceDue = ({ nextMaintenanceOn, state }: Dated, today: CalendarDay) =>
  nextMaintenanceOn && state !== 'scrapped'
    ? dueState(nextMaintenanceOn, today, MAINTENANCE_NEARS)
    : null

/** The first day anybody is to be reminded of something of it: what the phone's table is asked by. */
export const remindOn = ({ certificate, nextMaintenanceOn, state }: Dated): CalendarDay | null => {
  if (state === 'scrapped') return null
  const days = [
    certificate && addDays(certificate.expiresOn, -CERTIFICATE_NEARS),
    nextMaintenanceOn && addDays(nextMaintenanceOn, -MAINTENANCE_NEARS),
  ].flatMap((day) => day ?? [])
  return days.sort().at(0) ?? null
}

export interface FacilityDue {
  readonly what: 'certificate' | 'maintenance'
  readonly state: 'past' | 'near'
}

/** [FA9] What of it is most pressing: what is past before what nears, papers before maintenance. */
export const dueOf = (facility: Dated, today: CalendarDay): FacilityDue | null => {
  const states = {
    certificate: certificateDue(facility, today),
    maintenance: maintenanceDue(facility, today),
  }
  for (const state of ['past', 'near'] as const)
    for (const what of ['certificate', 'maintenance'] as const)
      if (states[what] === state) return { what, state }
  return null
}
