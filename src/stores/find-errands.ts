import { addDays } from '../domain/calendar-day'
import type { Community } from '../domain/community'
import { waitsFor } from '../domain/handover/question'
import type { NameId } from '../domain/id'
import type { Instant } from '../domain/instant'
import { mayAct } from '../domain/permission'
import { instantOf, wallClock } from '../domain/time-zone'
import type { Errand } from '../domain/today/errand'
import { dayEndOf } from '../domain/usual-day-end'
import { missedSince, sinceWrapUp } from '../domain/wrap-up/question'
import { wrapUpId } from '../domain/wrap-up/wrap-up'
import {
  readPromisesToWrapUp,
  readToWrapUp,
  readWrapUp,
  waitingHandovers,
} from '../storage/day-end'
import type { PhoneDatabase } from '../storage/phone-database'
import type { Person } from './phone'
import { raisedErrands } from './raised'

interface Asked {
  readonly person: Person
  readonly communities: readonly Community[]
  readonly now: Instant
  readonly nameId: NameId
}

/** [WU5] From the hour the community says, until all that is open was gone through; each by itself. */
const wrapUpErrand = async (
  database: PhoneDatabase,
  { person, now, nameId, communities }: Asked,
  community: Community,
): Promise<readonly Errand[]> => {
  const { zone } = community
  const { day, minutes } = wallClock(now, zone)
  if (!mayAct(person.roles, 'WrapUp', 'save')) return []
  if (minutes < dayEndOf(community).wrapUpFrom) return []
  const [began, ends] = [instantOf(day, 0, zone), instantOf(addDays(day, 1), 0, zone)]
  const span = { staff: person.staff, community: community.id, began, ends }
  const tickets = await readToWrapUp(database, span)
  const saved = await readWrapUp(database, wrapUpId(person.staff, community.id, day, nameId))
  const left = sinceWrapUp(saved, tickets)
  const unkept = missedSince(saved, await readPromisesToWrapUp(database, span, now))
  const count = left.length + unkept.length
  if (count === 0 && !saved) return []
  const to = `/wrap-up?community=${community.id}`
  const where = communities.length > 1 ? community.name : ''
  const base = {
    key: `wrap-up/${community.id}/${day}`,
    what: 'wrapUp',
    to,
    by: null,
    where,
  } as const
  return count > 0
    ? [{ ...base, standing: 'now', at: null, count }]
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
      ...{ standing: 'now', at: null, by: giver, count: items.length + tickets.length, where: '' },
    }))

export const findErrands = async (
  database: PhoneDatabase,
  asked: Asked,
): Promise<readonly Errand[]> => {
  const found: Errand[] = []
  for (const community of asked.communities)
    found.push(...(await wrapUpErrand(database, asked, community)))
  const others = [takeOverErrands, raisedErrands]
  for (const find of others) found.push(...(await find(database, asked)))
  return found
}
