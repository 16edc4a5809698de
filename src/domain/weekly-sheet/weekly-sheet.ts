import * as v from 'valibot'
import { addDays, calendarDaySchema, weekdayOf, type CalendarDay } from '../calendar-day'
import { communityIdSchema, type CommunityId } from '../community'
import { idSchema, recordIdSchema, staffIdSchema, type NameId, type StaffId } from '../id'
import type { Immutable } from '../immutable'
import { instantSchema } from '../instant'
import { applied, malformed, noted, type ActContext, type RecordKind } from '../record-kind'
import { callersScope } from '../scope'
import { signatureSchema } from '../signature'
import { reasonSchema, wordsSchema } from '../text'
import { entryBase, entryOf, isInThread } from '../thread'

export const weeklySheetIdSchema = idSchema('WeeklySheetId')
export type WeeklySheetId = v.InferOutput<typeof weeklySheetIdSchema>

/** The Monday of the week a day is in. */
export const weekOf = (day: CalendarDay): CalendarDay => addDays(day, 1 - weekdayOf(day))

/** [WS1] One per person, community and week, the same on every phone. */
export const weeklySheetId = (
  staff: StaffId,
  community: CommunityId,
  week: CalendarDay,
  nameId: NameId,
): WeeklySheetId => nameId(staff, `weekly-sheet/${community}/${week}`) as WeeklySheetId

/** What is counted of a week's complaints. */
export const FIGURES = [
  ...(['taken', 'major', 'closed', 'open', 'openFromBefore', 'late', 'told', 'notTold'] as const),
  ...(['reopened', 'promised', 'promiseKept', 'promiseBroken'] as const),
] as const
export type Figure = (typeof FIGURES)[number]

/** Together they fit one change, whatever is written. */
export const WEEKLY_LIMITS = { counted: 300, lines: 60, words: 120 } as const

const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(99_999))
const figure = v.picklist(FIGURES)

const written = {
  /** Each with its number; null where nothing on the phone tells it. */
  figures: v.pipe(
    v.array(
      v.object({
        ...{ figure, value: v.nullable(count) },
        /** [WS6] What the phone counted, where its writer knows better. */
        phone: v.optional(v.nullable(count)),
      }),
    ),
    v.maxLength(FIGURES.length),
  ),
  /** What the numbers were counted from. */
  counted: v.pipe(
    v.array(
      v.object({
        record: recordIdSchema,
        in: v.pipe(v.array(figure), v.maxLength(FIGURES.length)),
      }),
    ),
    v.maxLength(WEEKLY_LIMITS.counted),
  ),
  /** Why the open ones are open, as the writer says. */
  reasons: v.pipe(
    v.array(
      v.object({
        ticket: idSchema('TicketId'),
        words: v.pipe(v.string(), v.maxLength(WEEKLY_LIMITS.words)),
      }),
    ),
    v.maxLength(WEEKLY_LIMITS.lines),
  ),
  words: wordsSchema,
}

const base = {
  community: communityIdSchema,
  staff: staffIdSchema,
  week: calendarDaySchema,
  /** Who reads it: the manager, or whoever stands in. */
  to: staffIdSchema,
  signature: signatureSchema,
  ...written,
}

/** A week's complaints for the manager (周报), signed by whoever answers for it. */
const weeklySheetSchema = v.object({
  id: weeklySheetIdSchema,
  ...base,
  sentAt: instantSchema,
  thread: v.array(
    v.variant('kind', [
      v.object({ ...entryBase, kind: v.literal('sent') }),
      v.object({ ...entryBase, kind: v.literal('corrected'), words: wordsSchema }),
      v.object({ ...entryBase, kind: v.literal('late'), words: wordsSchema }),
      v.object({ ...entryBase, kind: v.literal('read') }),
      v.object({ ...entryBase, kind: v.literal('said'), words: wordsSchema }),
    ]),
  ),
})
export type WeeklySheet = Immutable<v.InferOutput<typeof weeklySheetSchema>>

const acts = {
  send: v.object({ act: v.literal('send'), ...base }),
  read: v.object({ act: v.literal('read') }),
  say: v.object({ act: v.literal('say'), words: reasonSchema }),
}
export type WeeklySheetAct = Immutable<
  { [Name in keyof typeof acts]: v.InferOutput<(typeof acts)[Name]> }[keyof typeof acts]
>
type Send = Extract<WeeklySheetAct, { act: 'send' }>
type Entry = WeeklySheet['thread'][number]

const withEntry = (sheet: WeeklySheet, entry: Entry): WeeklySheet => ({
  ...sheet,
  thread: [...sheet.thread, entry],
})

const send = (act: Send, context: ActContext): WeeklySheet => {
  const { act: _, ...told } = act
  const thread = [{ ...entryOf(context), kind: 'sent' as const }]
  return { id: context.record as WeeklySheetId, ...told, sentAt: context.at, thread }
}

/** [WS2] Sent again it is corrected and to be read anew; the words it had stay in the thread. */
const sendAgain = (held: WeeklySheet, act: Send, context: ActContext) => {
  const isLate = context.at < held.sentAt
  const base = entryOf(context)
  if (isLate)
    return noted(withEntry(held, { ...base, kind: 'late', words: act.words }), 'field-lost')
  const { act: _, ...told } = act
  const known = withEntry(held, { ...base, kind: 'corrected', words: held.words })
  return applied<WeeklySheet>({ ...known, ...told, sentAt: context.at })
}

export const weeklySheetKind: RecordKind<WeeklySheet, WeeklySheetAct> = {
  kind: 'WeeklySheet',
  record: weeklySheetSchema,
  acts,
  creates: ['send'],
  apply: (record, act, context) => {
    if (act.act === 'send') {
      const id = weeklySheetId(act.staff, act.community, act.week, context.nameId)
      const isOwn = act.staff === context.by
      if (!isOwn || context.record !== id || act.week !== weekOf(act.week)) return malformed
    }
    if (!record) return act.act === 'send' ? applied(send(act, context)) : malformed
    if (isInThread(record.thread, context)) return applied(record)
    switch (act.act) {
      case 'send':
        return sendAgain(record, act, context)
      case 'read':
        return applied(withEntry(record, { ...entryOf(context), kind: 'read' }))
      case 'say':
        return applied(withEntry(record, { ...entryOf(context), kind: 'said', words: act.words }))
    }
  },
  scopeOf: (record) => callersScope(record.community),
  settledAt: (record) => record.sentAt,
  about: (record) => record.counted.map(({ record: id }) => id),
  photosOf: ({ signature }) => (signature.picture ? [signature.picture] : []),
}

/** [WS3] Whoever it was sent to has read it since it was last sent. */
export const isRead = (sheet: WeeklySheet): boolean =>
  sheet.thread.some(({ kind, by, at }) => kind === 'read' && by === sheet.to && at >= sheet.sentAt)
