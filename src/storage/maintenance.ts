import type { FacilityId } from '../domain/facility'
import type { Maintenance } from '../domain/maintenance'
import type { PhoneDatabase } from './phone-database'

/** [FA11] Each time somebody came to maintain it, the newest first. */
export const maintenancesOf = async (
  database: PhoneDatabase,
  facility: FacilityId,
): Promise<readonly Maintenance[]> =>
  (await database.maintenances.where('facility').equals(facility).toArray())
    .map(({ record }) => record)
    .sort((one, other) => other.arrivedAt - one.arrivedAt)
