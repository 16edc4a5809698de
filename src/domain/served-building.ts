import { SERVES_HOMES, type Grant } from './permission'
import type { PlaceId } from './place'
import type { Role } from './role'

/** [AC3] Whether naming buildings gives such a role the homes in them. */
export const servesHomes = (role: Role): boolean => SERVES_HOMES.includes(role)

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
