import * as v from 'valibot'
import { communityIdSchema, type CommunityId } from '../community'
import { changeIdSchema, idSchema, staffIdSchema, type NameId, type StaffId } from '../id'
import type { Immutable } from '../immutable'
import { instantSchema } from '../instant'
import { applied, malformed, noted, type ActContext, type RecordKind } from '../record-kind'
import { isSame } from '../same'
import { communityScope } from '../scope'
import { daysIn, monthSchema, type Month } from '../month'
import { SHIFT_LIMIT, shiftKeySchema, shiftSchema, type ShiftKey } from './shift'

export const dutyRosterIdSchema = idSchema('DutyRosterId')
export type DutyRosterId = v.InferOutput<typeof dutyRosterIdSchema>

/** [RO1] One per community and month, the same on every phone. */
export const dutyRosterId = (community: CommunityId, month: Month, nameId: NameId): DutyRosterId =>
  nameId(community, `roster/${month}`) as DutyRosterId

/** So many people fit a roster, and so many rows one act. */
export const ROSTER_LIMITS = { people: 300, rows: 60, changes: 30 } as const

const date = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(31))
const cell = v.nullable(shiftKeySchema)
const shifts = v.pipe(
  v.array(shiftSchema),
  v.maxLength(SHIFT_LIMIT),
  v.check((all) => new Set(all.map(({ key }) => key)).size === all.length, 'keys twice'),
)

const dutyRosterSchema = v.object({
  id: dutyRosterIdSchema,
  community: communityIdSchema,
  month: monthSchema,
  shifts,
  /** A person's shifts from the first of the month on; null where they have none. */
  rows: v.pipe(
    v.array(v.object({ staff: staffIdSchema, days: v.pipe(v.array(cell), v.maxLength(31)) })),
    v.maxLength(ROSTER_LIMITS.people),
  ),
  /** Who changed it, the last of them. */
  changed: v.pipe(
    v.array(
      v.object({ change: changeIdSchema, at: instantSchema, by: staffIdSchema, cells: v.number() }),
    ),
    v.maxLength(ROSTER_LIMITS.changes),
  ),
})
/** Who works when, of a community and month (排班表). */
export type DutyRoster = Immutable<v.InferOutput<typeof dutyRosterSchema>>
export type RosterRow = DutyRoster['rows'][number]

const acts = {
  /** [RO2] Of each shift and day meant: what its author saw, and what it is to be. */
  plan: v.object({
    ...{ act: v.literal('plan'), community: communityIdSchema, month: monthSchema },
    shifts: v.optional(v.object({ seen: shifts, meant: shifts })),
    rows: v.pipe(
      v.array(
        v.object({
          staff: staffIdSchema,
          days: v.pipe(v.array(v.object({ date, seen: cell, meant: cell })), v.maxLength(31)),
        }),
      ),
      v.maxLength(ROSTER_LIMITS.rows),
    ),
  }),
}
export type DutyRosterAct = Immutable<v.InferOutput<typeof acts.plan>>

const daysOf = (rows: DutyRoster['rows'], staff: StaffId, length: number) =>
  rows.find((row) => row.staff === staff)?.days ??
  Array.from({ length }, (): ShiftKey | null => null)

/** A shift that is no longer there is worked by nobody. */
const withoutGone = (roster: DutyRoster): DutyRoster => {
  const keys = new Set(roster.shifts.map(({ key }) => key))
  const rows = roster.rows.map(({ staff, days }) => ({
    ...{ staff, days: days.map((key) => (key !== null && keys.has(key) ? key : null)) },
  }))
  return { ...roster, rows: rows.filter(({ days }) => days.some((key) => key !== null)) }
}

/** [RO2] [RO3] What moved since it was seen stays, and so does what names a shift that is gone. */
const plan = (held: DutyRoster, act: DutyRosterAct, context: ActContext) => {
  const { seen = held.shifts, meant = held.shifts } = act.shifts ?? {}
  const isLate = !isSame(seen, held.shifts) && !isSame(meant, held.shifts)
  const standing = isLate ? held.shifts : meant
  const keys = new Set(standing.map(({ key }) => key))
  const length = daysIn(held.month)
  let hasLost = isLate
  let cells = 0
  const rows = new Map(held.rows.map((row) => [row.staff, row]))
  for (const { staff, days } of act.rows) {
    const before = daysOf(held.rows, staff, length)
    const after = [...before]
    for (const { date, seen: was, meant: wanted } of days) {
      const is = before[date - 1] ?? null
      if (is === wanted) continue
      if (date > length || is !== was || (wanted !== null && !keys.has(wanted))) hasLost = true
      else {
        after[date - 1] = wanted
        cells += 1
      }
    }
    if (rows.has(staff) || rows.size < ROSTER_LIMITS.people) rows.set(staff, { staff, days: after })
    else hasLost = true
  }
  const entry = { change: context.change, at: context.at, by: context.by, cells }
  const next = withoutGone({
    ...{ ...held, shifts: standing, rows: [...rows.values()] },
    changed: [...held.changed, entry].slice(-ROSTER_LIMITS.changes),
  })
  return hasLost ? noted(next, 'field-lost') : applied(next)
}

export const dutyRosterKind: RecordKind<DutyRoster, DutyRosterAct> = {
  kind: 'DutyRoster',
  record: dutyRosterSchema,
  acts,
  creates: ['plan'],
  apply: (record, act, context) => {
    if (context.record !== dutyRosterId(act.community, act.month, context.nameId)) return malformed
    const { community, month } = act
    const id = context.record as DutyRosterId
    const empty: DutyRoster = { id, community, month, shifts: [], rows: [], changed: [] }
    // Begun on two phones at once it is one: the shifts that came first stay, the days of both stand.
    const held = record ?? { ...empty, shifts: act.shifts?.meant ?? [] }
    if (held.changed.some(({ change }) => change === context.change)) return applied(held)
    return plan(held, act, context)
  },
  scopeOf: (record) => communityScope(record.community),
  settledAt: () => null,
  about: () => [],
  photosOf: () => [],
}
