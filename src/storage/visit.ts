import type { PlaceId } from '../domain/place'
import type { OwnerVisit } from '../domain/visit/owner-visit'
import type { PhoneDatabase } from './phone-database'

/** [VI5] Everything this phone holds of these homes' visits. */
export const visitsInBuildings = async (
  { ownerVisits }: PhoneDatabase,
  buildings: readonly PlaceId[],
): Promise<readonly OwnerVisit[]> =>
  (
    await ownerVisits
      .where('building')
      .anyOf([...buildings])
      .toArray()
  ).map(({ record }) => record)

export const visitsOfHome = async (
  { ownerVisits }: PhoneDatabase,
  home: PlaceId,
): Promise<readonly OwnerVisit[]> =>
  (await ownerVisits.where('home').equals(home).toArray()).map(({ record }) => record)
