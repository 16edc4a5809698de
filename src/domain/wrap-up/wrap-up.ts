import * as v from 'valibot'
import { calendarDaySchema, type CalendarDay } from '../calendar-day'
import { communityIdSchema, type CommunityId } from '../community'
import { idSchema, staffIdSchema, type NameId, type StaffId } from '../id'
import type { Immutable } from '../immutable'
import { instantSchema } from '../instant'
import { applied, malformed, noted, type ActContext, type RecordKind } from '../record-kind'
import { FATES } from '../promise/fate'
import { callersScope } from '../scope'
import { wordsSchema } from '../text'
import { entryBase, entryOf, isInThread } from '../thread'
import { TICKET_STATUSES } from '../ticket/ticket'

export const wrapUpIdSchema = idSchema('WrapUpId')
export type WrapUpId = v.InferOutput<typeof wrapUpIdSchema>

/** [WU1] One per person, community and day, the same on every phone. */
export const wrapUpId = (
  staff: StaffId,
  community: CommunityId,
  day: CalendarDay,
  nameId: NameId,
): WrapUpId => nameId(staff, `wrap-up/${community}/${day}`) as WrapUpId

/** How far the owner knows: told, tried and not reached, not told, nobody to tell. */
export const TOLD = ['told', 'tried', 'notTold', 'nobody'] as const
export type Told = (typeof TOLD)[number]

/** Together they fit one change, whatever is written. */
export const WRAP_UP_LIMITS = { lines: 80, promises: 40, words: 120 } as const

const line = v.pipe(v.string(), v.maxLength(WRAP_UP_LIMITS.words))

/** One ticket as it stood; what is unfinished says why, and what comes next. */
const lineSchema = v.object({
  ticket: idSchema('TicketId'),
  status: v.picklist(TICKET_STATUSES),
  told: v.picklist(TOLD),
  why: line,
  next: line,
})
export type WrapUpLine = Immutable<v.InferOutput<typeof lineSchema>>

/** [WU10] One promise as it stood; one broken, or past its time, says why. */
const promiseLineSchema = v.object({
  promise: idSchema('OwnerPromiseId'),
  fate: v.picklist(FATES),
  ...{ why: line, next: line },
})
export type PromiseLine = Immutable<v.InferOutput<typeof promiseLineSchema>>

const promises = v.pipe(v.array(promiseLineSchema), v.maxLength(WRAP_UP_LIMITS.promises))

const written = {
  lines: v.pipe(v.array(lineSchema), v.maxLength(WRAP_UP_LIMITS.lines)),
  promises,
  /** How many were open then, those beyond the lines too. */
  open: v.pipe(v.number(), v.integer(), v.minValue(0)),
  words: wordsSchema,
}

/** Only what was replaced: the whole wrap-up stands in the record. */
const before = { lines: v.array(lineSchema), promises, words: wordsSchema }

/** Today's complaints, and every ticket one answers for, gone through before going home (下班核对). */
const wrapUpSchema = v.object({
  id: wrapUpIdSchema,
  community: communityIdSchema,
  staff: staffIdSchema,
  day: calendarDaySchema,
  savedAt: instantSchema,
  ...written,
  thread: v.array(
    v.variant('kind', [
      v.object({ ...entryBase, kind: v.literal('saved') }),
      v.object({ ...entryBase, kind: v.literal('corrected'), before: v.object(before) }),
      v.object({ ...entryBase, kind: v.literal('late'), ...before }),
    ]),
  ),
})
export type WrapUp = Immutable<v.InferOutput<typeof wrapUpSchema>>

const acts = {
  save: v.object({
    act: v.literal('save'),
    community: communityIdSchema,
    staff: staffIdSchema,
    day: calendarDaySchema,
    ...written,
  }),
}
export type WrapUpAct = Immutable<v.InferOutput<typeof acts.save>>

type Line = WrapUpLine | PromiseLine
const standsOf = (line: Line) => ('status' in line ? line.status : line.fate)
const aboutOf = (line: Line) => ('ticket' in line ? line.ticket : line.promise)

/** The lines another wrap-up says otherwise, or no more. */
const replaced = <Each extends Line>(was: readonly Each[], now: readonly Each[]): Each[] =>
  was.filter((each) => {
    const other = now.find((one) => aboutOf(one) === aboutOf(each))
    const isSame = other && each.why === other.why && each.next === other.next
    return !isSame || standsOf(each) !== standsOf(other)
  })

/** [WU2] Saved again on the same day it is corrected; what was said before stays in the thread. */
const correct = (held: WrapUp, act: WrapUpAct, context: ActContext) => {
  const { lines, promises: given, open, words } = act
  const entry = entryOf(context)
  if (context.at < held.savedAt) {
    const late = { ...entry, kind: 'late' as const, lines: [...lines], promises: [...given], words }
    return noted<WrapUp>({ ...held, thread: [...held.thread, late] }, 'field-lost')
  }
  const kept = {
    ...{ lines: replaced(held.lines, lines), promises: replaced(held.promises, given) },
    words: held.words,
  }
  const thread = [...held.thread, { ...entry, kind: 'corrected' as const, before: kept }]
  const written = { lines, promises: given, open, words }
  return applied<WrapUp>({ ...held, ...written, savedAt: context.at, thread })
}

export const wrapUpKind: RecordKind<WrapUp, WrapUpAct> = {
  kind: 'WrapUp',
  record: wrapUpSchema,
  acts,
  creates: ['save'],
  apply: (record, act, context) => {
    const { community, staff, day, lines, promises: given, open, words } = act
    const id = wrapUpId(staff, community, day, context.nameId)
    // [WU1] Nobody goes through another's day.
    if (context.record !== id || staff !== context.by) return malformed
    if (record)
      return isInThread(record.thread, context) ? applied(record) : correct(record, act, context)
    const thread = [{ ...entryOf(context), kind: 'saved' as const }]
    const told = { community, staff, day, lines, promises: given, open, words }
    return applied({ id, ...told, savedAt: context.at, thread })
  },
  /** What owners said may be in its words: for those who talk with owners. */
  scopeOf: (record) => callersScope(record.community),
  settledAt: (record) => record.savedAt,
  about: ({ lines, promises: given }) => [...lines, ...given].map(aboutOf),
  photosOf: () => [],
}
