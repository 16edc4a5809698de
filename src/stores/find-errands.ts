import type { Community } from '../domain/community'
import { waitsFor } from '../domain/handover/question'
import type { NameId } from '../domain/id'
import type { Instant } from '../domain/instant'
import { mayAct } from '../domain/permission'
import { instantOf, wallClock, type TimeZone } from '../domain/time-zone'
import type { Errand } from '../domain/today/errand'
import { dayEndOf } from '../domain/usual-day-end'
import { sinceWrapUp } from '../domain/wrap-up/question'
import { wrapUpId } from '../domain/wrap-up/wrap-up'
import { readToWrapUp, readWrapUp, waitingHandovers } from '../storage/day-end'
import type { PhoneDatabase } from '../storage/phone-database'
import type { Person } from './phone'

interface Asked {
  readonly person: Person
  readonly community: Community
  readonly zone: TimeZone
  readonly now: Instant
  readonly nameId: NameId
}

/** [WU5] From the hour the community says, until all that is open was gone through. */
const wrapUpErrand = async (database: PhoneDatabase, asked: Asked): Promise<readonly Errand[]> => {
  const { person, community, zone, now, nameId } = asked
  const { day, minutes } = wallClock(now, zone)
  if (!mayAct(person.roles, 'WrapUp', 'save')) return []
  if (minutes < dayEndOf(community).wrapUpFrom) return []
  const tickets = await readToWrapUp(database, person.staff, instantOf(day, 0, zone))
  const saved = await readWrapUp(database, wrapUpId(person.staff, community.id, day, nameId))
  const left = sinceWrapUp(saved, tickets)
  if (left.length === 0 && !saved) return []
  const base = { key: `wrap-up/${day}`, what: 'wrapUp', to: '/wrap-up', by: null } as const
  return left.length > 0
    ? [{ ...base, standing: 'now', at: null, count: left.length }]
    : [{ ...base, standing: 'done', at: saved?.savedAt ?? null, count: 0 }]
}

/** [HO4] Each that waits for this person or for the post they stand at. */
const takeOverErrands = async (
  database: PhoneDatabase,
  { person: { staff, roles } }: Asked,
): Promise<readonly Errand[]> =>
  (await waitingHandovers(database))
    .filter((each) => waitsFor(each, staff, roles))
    .map(({ id, giver, items, tickets }) => ({
      ...{ key: `handover/${id}`, what: 'takeOver', to: `/handovers/${id}` },
      ...{ standing: 'now', at: null, by: giver, count: items.length + tickets.length },
    }))

export const findErrands = async (
  database: PhoneDatabase,
  asked: Asked,
): Promise<readonly Errand[]> => {
  const found: Errand[] = []
  for (const find of [wrapUpErrand, takeOverErrands]) found.push(...(await find(database, asked)))
  return found
}
