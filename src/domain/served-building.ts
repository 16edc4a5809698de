import type { CommunityId } from './community'
import { SERVES_HOMES, type Grant } from './permission'
import type { PlaceId } from './place'
import type { Role } from './role'

/** [AC3] Whether naming buildings gives such a role the homes in them. */
export const servesHomes = (role: Role): boolean => SERVES_HOMES.includes(role)

/** What somebody is in a community. */
export const rolesIn = (grants: readonly Grant[], community: CommunityId): readonly Role[] =>
  grants.filter((grant) => grant.community === community).map(({ role }) => role)

/** The duties with these buildings served as steward too. */
export const withBuildings = (
  grants: readonly Grant[],
  community: CommunityId,
  buildings: readonly PlaceId[],
): readonly Grant[] => {
  const isMeant = ({ role, community: where, standIn }: Grant) =>
    role === 'steward' && where === community && !standIn
  const had = grants.find(isMeant)
  const duty: Grant = {
    ...{ role: 'steward', community },
    buildings: [...new Set([...(had?.buildings ?? []), ...buildings])],
  }
  return had ? grants.map((each) => (each === had ? duty : each)) : [...grants, duty]
}

/** [AC4] The buildings no steward serves: nobody there is anybody's first responsible. */
export const withoutSteward = (
  buildings: readonly PlaceId[],
  grants: readonly Grant[],
): readonly PlaceId[] => {
  const served = new Set(
    grants.flatMap((grant) => (grant.role === 'steward' ? grant.buildings : [])),
  )
  return buildings.filter((building) => !served.has(building))
}
