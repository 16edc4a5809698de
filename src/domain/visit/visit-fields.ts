import * as v from 'valibot'
import { calendarDaySchema } from '../calendar-day'
import { communityIdSchema } from '../community'
import { staffIdSchema } from '../id'
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
  /** [VI9] Why one went in a quiet hour; null where it was none. */
  quiet: v.nullable(lineSchema(300)),
}
