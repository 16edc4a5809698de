import type { Community } from '../domain/community'
import { dueOf } from '../domain/facility/due'
import type { Instant } from '../domain/instant'
import type { Role } from '../domain/role'
import { localDay } from '../domain/time-zone'
import type { Errand } from '../domain/today/errand'
import { facilitiesToRemind } from '../storage/facility-work'
import type { PhoneDatabase } from '../storage/phone-database'
import type { Person } from './phone'

const REMINDED: readonly Role[] = ['engineer', 'supervisor']

interface Asked {
  readonly person: Person
  readonly communities: readonly Community[]
  readonly now: Instant
}

/** [FA9] One line for all whose papers or maintenance are due; late where one is past its day. */
export const facilityErrands = async (
  database: PhoneDatabase,
  { person, communities, now }: Asked,
  { id, zone, name }: Community,
): Promise<readonly Errand[]> => {
  if (!person.roles.some((role) => REMINDED.includes(role))) return []
  const today = localDay(now, zone)
  const due = (await facilitiesToRemind(database, today))
    .filter(({ community }) => community === id)
    .flatMap((facility) => dueOf(facility, today) ?? [])
  if (due.length === 0) return []
  const isLate = due.some(({ state }) => state === 'past')
  return [
    {
      ...{ key: `facilities/${id}`, what: 'facilities', to: '/facilities?view=needs' },
      ...{ standing: isLate ? 'late' : 'later', at: null, by: null, count: due.length },
      where: communities.length > 1 ? name : '',
    },
  ]
}
