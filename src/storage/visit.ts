import type { Instant } from '../domain/instant'
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

/** [VI10] All visits of the homes where an appointment is agreed that ends after an instant. */
export const visitsAgreed = async (
  { ownerVisits }: PhoneDatabase,
  since: Instant,
): Promise<readonly OwnerVisit[]> => {
  const agreed = await ownerVisits.where('agreedUntil').above(since).toArray()
  const homes = [...new Set(agreed.map(({ record }) => record.home))]
  const held = await ownerVisits.where('home').anyOf(homes).toArray()
  return held.map(({ record }) => record)
}
