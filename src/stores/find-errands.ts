import { addDays, weekdayOf } from '../domain/calendar-day'
import type { Community } from '../domain/community'
import { waitsFor } from '../domain/handover/question'
import type { NameId } from '../domain/id'
import type { Instant } from '../domain/instant'
import { isOverseer, mayAct } from '../domain/permission'
import { instantOf, wallClock, type TimeZone } from '../domain/time-zone'
import type { Errand } from '../domain/today/errand'
import { dayEndOf } from '../domain/usual-day-end'
import { isRead, weeklySheetId, weekOf } from '../domain/weekly-sheet/weekly-sheet'
import { sinceWrapUp } from '../domain/wrap-up/question'
import { wrapUpId } from '../domain/wrap-up/wrap-up'
import { readSheet, readToWrapUp, readWrapUp, sheets, waitingHandovers } from '../storage/day-end'
import type { PhoneDatabase } from '../storage/phone-database'
import type { Person } from './phone'

interface Asked {
  readonly person: Person
  readonly community: Community
  readonly zone: TimeZone
  readonly now: Instant
  readonly nameId: NameId
}

const FRIDAY = 5

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

/** [WS4] On Friday from that hour, and on the days after it, until the week's sheet is sent. */
const writeSheetErrand = async (
  database: PhoneDatabase,
  { person, community, zone, now, nameId }: Asked,
): Promise<readonly Errand[]> => {
  const { day, minutes } = wallClock(now, zone)
  const isWriter = person.roles.includes('supervisor')
  const friday = addDays(weekOf(day), FRIDAY - 1)
  const isTime = weekdayOf(day) > FRIDAY || minutes >= dayEndOf(community).wrapUpFrom
  if (!isWriter || day < friday || !isTime) return []
  const week = weekOf(day)
  const sent = await readSheet(database, weeklySheetId(person.staff, community.id, week, nameId))
  const base = { key: `weekly-sheet/${week}`, what: 'writeSheet', to: '/weekly', count: 0 } as const
  return [{ ...base, standing: sent ? 'done' : 'now', at: sent?.sentAt ?? null, by: null }]
}

/** [WS3] Sent to this person and not read yet. */
const readSheetErrands = async (
  database: PhoneDatabase,
  { person }: Asked,
): Promise<readonly Errand[]> => {
  if (!isOverseer(person.roles)) return []
  return (await sheets(database))
    .filter((sheet) => sheet.to === person.staff && !isRead(sheet))
    .map(({ id, staff }) => ({
      ...{ key: `sheet/${id}`, what: 'readSheet', to: `/weekly/${id}`, count: 0 },
      ...{ standing: 'now', at: null, by: staff },
    }))
}

export const findErrands = async (
  database: PhoneDatabase,
  asked: Asked,
): Promise<readonly Errand[]> => {
  const found: Errand[] = []
  for (const find of [wrapUpErrand, takeOverErrands, writeSheetErrand, readSheetErrands])
    found.push(...(await find(database, asked)))
  return found
}
