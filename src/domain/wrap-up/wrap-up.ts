import * as v from 'valibot'
import { calendarDaySchema, type CalendarDay } from '../calendar-day'
import { communityIdSchema, type CommunityId } from '../community'
import { idSchema, staffIdSchema, type NameId, type StaffId } from '../id'
import type { Immutable } from '../immutable'
import { instantSchema } from '../instant'
import { applied, malformed, noted, type ActContext, type RecordKind } from '../record-kind'
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

export const WRAP_UP_LIMITS = { lines: 80, words: 200 } as const

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

const written = {
  lines: v.pipe(v.array(lineSchema), v.maxLength(WRAP_UP_LIMITS.lines)),
  /** How many were open then, those beyond the lines too. */
  open: v.pipe(v.number(), v.integer(), v.minValue(0)),
  words: wordsSchema,
}

/** Only what was replaced: the whole wrap-up stands in the record. */
const before = { lines: v.array(lineSchema), words: wordsSchema }

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

const isSame = (one: WrapUpLine, other: WrapUpLine | undefined) =>
  one.why === other?.why && one.next === other.next && one.status === other.status

/** The lines another wrap-up says otherwise, or no more. */
const replaced = (was: readonly WrapUpLine[], now: readonly WrapUpLine[]): WrapUpLine[] =>
  was.filter(
    (each) =>
      !isSame(
        each,
        now.find(({ ticket }) => ticket === each.ticket),
      ),
  )

/** [WU2] Saved again on the same day it is corrected; what was said before stays in the thread. */
const correct = (held: WrapUp, act: WrapUpAct, context: ActContext) => {
  const { lines, open, words } = act
  if (context.at < held.savedAt) {
    const late = { ...entryOf(context), kind: 'late' as const, lines: [...lines], words }
    return noted<WrapUp>({ ...held, thread: [...held.thread, late] }, 'field-lost')
  }
  const kept = { lines: replaced(held.lines, lines), words: held.words }
  const entry = { ...entryOf(context), kind: 'corrected' as const, before: kept }
  const thread = [...held.thread, entry]
  return applied<WrapUp>({ ...held, lines, open, words, savedAt: context.at, thread })
}

export const wrapUpKind: RecordKind<WrapUp, WrapUpAct> = {
  kind: 'WrapUp',
  record: wrapUpSchema,
  acts,
  creates: ['save'],
  apply: (record, act, context) => {
    const { community, staff, day, lines, open, words } = act
    const id = wrapUpId(staff, community, day, context.nameId)
    // [WU1] Nobody goes through another's day.
    if (context.record !== id || staff !== context.by) return malformed
    if (record)
      return isInThread(record.thread, context) ? applied(record) : correct(record, act, context)
    const thread = [{ ...entryOf(context), kind: 'saved' as const }]
    const told = { community, staff, day, lines, open, words }
    return applied({ id, ...told, savedAt: context.at, thread })
  },
  /** What owners said may be in its words: for those who talk with owners. */
  scopeOf: (record) => callersScope(record.community),
  settledAt: (record) => record.savedAt,
  about: (record) => record.lines.map(({ ticket }) => ticket),
  photosOf: () => [],
}
