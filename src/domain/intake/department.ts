import type { Facility } from '../facility'
import type { Role } from '../role'
import type { TicketKind } from '../ticket/ticket'
import type { Topic } from '../topic'

const OF_SYSTEM: Readonly<Partial<Record<Facility['system'], Role>>> = {
  security: 'security',
  landscape: 'gardener',
  sanitation: 'cleaner',
}

const OF_KIND: Readonly<Record<TicketKind, Role>> = {
  complaint: 'customerService',
  repair: 'engineer',
  defect: 'engineer',
  hazard: 'engineer',
  enquiry: 'customerService',
  help: 'steward',
  suggestion: 'supervisor',
  praise: 'supervisor',
}

/** [IN4] Who usually deals with it: what stands there says more than the sort, the sort more than the kind. */
export const departmentOf = (
  kind: TicketKind,
  topic: Pick<Topic, 'role'> | null,
  facility: Pick<Facility, 'system'> | null,
): Role => {
  if (facility) return OF_SYSTEM[facility.system] ?? 'engineer'
  return topic?.role ?? OF_KIND[kind]
}
