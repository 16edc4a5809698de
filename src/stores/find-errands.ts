import { addDays, weekdayOf } from '../domain/calendar-day'
import type { Community } from '../domain/community'
import { waitsFor } from '../domain/handover/question'
import type { NameId } from '../domain/id'
import type { Instant } from '../domain/instant'
import { mayAct } from '../domain/permission'
import type { Role } from '../domain/role'
import { instantOf, wallClock } from '../domain/time-zone'
import type { Errand } from '../domain/today/errand'
import { dayEndOf } from '../domain/usual-day-end'
import { isRead, weekOf } from '../domain/weekly-sheet/weekly-sheet'
import { missedSince, sinceWrapUp } from '../domain/wrap-up/question'
import { wrapUpId } from '../domain/wrap-up/wrap-up'
import {
  readPromisesToWrapUp,
  readToWrapUp,
  readWrapUp,
  waitingHandovers,
  weeklySheetsHeld,
} from '../storage/day-end'
import type { PhoneDatabase } from '../storage/phone-database'
import { facilityErrands } from './facility-errands'
import { interruptionErrands } from './interruption-errands'
import { letterErrands } from './letter-errands'
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

const REPORTERS: readonly Role[] = ['customerService', 'supervisor']
const [MONDAY, FRIDAY] = [1, 5]

/** [WS7] From Friday's hour on, and all Monday for the week before, until somebody here has sent it. */
const weeklyErrand = async (
  database: PhoneDatabase,
  { person, now, communities }: Asked,
  community: Community,
): Promise<readonly Errand[]> => {
  const { day, minutes } = wallClock(now, community.zone)
  const weekday = weekdayOf(day)
  const isAsked = person.roles.some((role) => REPORTERS.includes(role))
  const isEnd =
    weekday > FRIDAY || (weekday === FRIDAY && minutes >= dayEndOf(community).wrapUpFrom)
  if (!isAsked || !(isEnd || weekday === MONDAY)) return []
  const week = addDays(weekOf(day), isEnd ? 0 : -7)
  const sheets = await weeklySheetsHeld(database, community.id)
  if (sheets.some((sheet) => sheet.week === week)) return []
  const base = { standing: 'now', at: null, by: null, count: 0 } as const
  return [
    {
      ...{ ...base, key: `weekly-sheet/${community.id}/${week}`, what: 'weekly' },
      to: `/weekly-sheets/new?community=${community.id}&week=${week}`,
      where: communities.length > 1 ? community.name : '',
    },
  ]
}

/** [WS8] Whatever was sent to this person and not read yet. */
const weeklyReadErrands = async (
  database: PhoneDatabase,
  { person }: Asked,
  { id }: Community,
): Promise<readonly Errand[]> =>
  (await weeklySheetsHeld(database, id))
    .filter((sheet) => sheet.to === person.staff && !isRead(sheet))
    .map((sheet) => ({
      ...{ key: `weekly-sheet/${sheet.id}`, what: 'weeklyRead', to: `/weekly-sheets/${sheet.id}` },
      ...{ standing: 'now', at: null, by: sheet.staff, count: 0, where: '' },
    }))

export const findErrands = async (
  database: PhoneDatabase,
  asked: Asked,
): Promise<readonly Errand[]> => {
  const found: Errand[] = []
  for (const community of asked.communities)
    for (const find of [wrapUpErrand, weeklyErrand, weeklyReadErrands, facilityErrands])
      found.push(...(await find(database, asked, community)))
  const others = [takeOverErrands, letterErrands, raisedErrands, interruptionErrands]
  for (const find of others) found.push(...(await find(database, asked)))
  return found
}
