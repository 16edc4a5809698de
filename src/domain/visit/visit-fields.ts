import * as v from 'valibot'
import { calendarDaySchema } from '../calendar-day'
import { communityIdSchema } from '../community'
import { idSchema, staffIdSchema } from '../id'
import { instantSchema } from '../instant'
import { photoSchema } from '../photo'
import { placeIdSchema } from '../place'
import { lineSchema, wordsSchema } from '../text'

/** At the door, by phone, by a message, or the owner came to the office (上门 / 电话 / 微信 / 前台). */
export const VISIT_CHANNELS = ['door', 'phone', 'message', 'office'] as const
export type VisitChannel = (typeof VISIT_CHANNELS)[number]

/** Met; nobody there (a slip left or not); did not want to; moved away; a vacant home looked through. */
export const VISIT_RESULTS = ['met', 'notHome', 'refused', 'moved', 'inspected'] as const
export type VisitResult = (typeof VISIT_RESULTS)[number]

/** How one goes there from now on: as to a key household (重点户), or two together (两人同行). */
export const VISIT_HEEDS = ['key', 'together'] as const
export type VisitHeed = (typeof VISIT_HEEDS)[number]

/** Why a home has not paid what it owes, in its own view; or that it has (物业费). */
export const FEE_REASONS = [
  ...(['quality', 'repair', 'vacant', 'hardship', 'forgot', 'away', 'other', 'paid'] as const),
] as const

const answer = v.object({
  item: v.pipe(v.string(), v.maxLength(40)),
  value: v.union([
    v.pipe(v.number(), v.finite()),
    v.pipe(v.string(), v.minLength(1), v.maxLength(2_000)),
    v.pipe(v.array(v.pipe(v.string(), v.maxLength(40))), v.minLength(1), v.maxLength(24)),
  ]),
})

/** What is written down of one visit or contact. */
export const visitFields = {
  community: communityIdSchema,
  building: placeIdSchema,
  home: placeIdSchema,
  /** [VI16] When it was, where it is noted later (补记). */
  happenedAt: v.nullable(instantSchema),
  channel: v.picklist(VISIT_CHANNELS),
  result: v.picklist(VISIT_RESULTS),
  /** Whether a slip was put under the door (留条). */
  slip: v.boolean(),
  /** Who went along, beside whoever writes it. */
  with: v.pipe(v.array(staffIdSchema), v.maxLength(3)),
  said: wordsSchema,
  wish: wordsSchema,
  /** [VI3] The owner said yes to photos. */
  consent: v.boolean(),
  photos: v.pipe(v.array(photoSchema), v.maxLength(9)),
  /** When one comes again, agreed with the owner (预约). */
  next: v.nullable(v.object({ from: instantSchema, until: instantSchema })),
  /** [VI8] Dated facts with a reason; without an end day they end here. */
  heeds: v.pipe(
    v.array(
      v.object({
        what: v.picklist(VISIT_HEEDS),
        reason: lineSchema(300),
        until: v.nullable(calendarDaySchema),
      }),
    ),
    v.maxLength(2),
  ),
  /** [VI19] What was handed over. */
  handed: v.pipe(v.array(idSchema('OwnerNoticeId')), v.maxLength(20)),
  /** [VI20] What was said of fees: why, in which words, and by when they said they would pay. */
  fee: v.nullable(
    v.object({
      reason: v.picklist(FEE_REASONS),
      words: wordsSchema,
      payOn: v.nullable(calendarDaySchema),
    }),
  ),
  /** [VI21] The questionnaire that was asked, and what was answered. */
  asked: v.nullable(
    v.object({
      form: idSchema('FormVersionId'),
      answers: v.pipe(v.array(answer), v.minLength(1), v.maxLength(100)),
    }),
  ),
  /** [VI9] Why one went in a quiet hour; null where it was none. */
  quiet: v.nullable(lineSchema(300)),
}
