import * as v from 'valibot'
import { callerIdSchema } from '../caller'
import { checkpointIdSchema } from '../checkpoint'
import { checkpointVisitIdSchema } from '../checkpoint-visit'
import { communityIdSchema } from '../community'
import { facilityIdSchema } from '../facility'
import { changeIdSchema, idSchema, staffIdSchema } from '../id'
import type { Immutable } from '../immutable'
import { instantSchema } from '../instant'
import { photosSchema } from '../photo'
import { placeIdSchema } from '../place'
import { roundIdSchema } from '../round-id'
import { soundsSchema } from '../sound'
import { lineSchema, wordsSchema } from '../text'
import { ticketEntrySchema } from './entry'
import { CHANNELS, intakeSchema, officialSchema } from './intake'
import { joinedSchema } from './joined'
import { LIFE, lifeSchema } from './life'
import { majorSchema } from './major'
import { ticketTimingSchema } from './timing'

export const ticketIdSchema = idSchema('TicketId')
export type TicketId = v.InferOutput<typeof ticketIdSchema>

/** 投诉 · 报修 · 问题 · 隐患 · 咨询 · 求助 · 建议 · 表扬 */
export const TICKET_KINDS = [
  'complaint',
  'repair',
  'defect',
  'hazard',
  'enquiry',
  'help',
  'suggestion',
  'praise',
] as const
export type TicketKind = (typeof TICKET_KINDS)[number]

export const TICKET_STATUSES = [
  'received',
  'assigned',
  'accepted',
  'inProgress',
  'putOff',
  'resolved',
  'closed',
] as const
export type TicketStatus = (typeof TICKET_STATUSES)[number]

/** Where it came from: found on a round, seen by staff in passing, or said to us through a channel. */
export const originSchema = v.variant('by', [
  v.object({
    by: v.literal('round'),
    round: roundIdSchema,
    checkpoint: checkpointIdSchema,
    visit: checkpointVisitIdSchema,
    item: v.pipe(v.string(), v.maxLength(40)),
  }),
  v.object({ by: v.literal('staff') }),
  v.object({
    by: v.literal('owner'),
    channel: v.picklist(CHANNELS),
    official: v.optional(officialSchema),
  }),
])

/** What people may correct later, field by field. */
export const ticketFields = {
  kind: v.picklist(TICKET_KINDS),
  gravity: v.picklist(['ordinary', 'major']),
  urgent: v.boolean(),
  title: lineSchema(120),
  words: wordsSchema,
  place: v.nullable(placeIdSchema),
  facility: v.nullable(facilityIdSchema),
  /** Where exactly, in words. */
  spot: v.pipe(v.string(), v.maxLength(120)),
  /** Which home it concerns; never names who spoke. */
  home: v.nullable(placeIdSchema),
}

/** A deadline and the rule that made it. */
export const dueSchema = v.object({
  at: instantSchema,
  rule: v.picklist([
    'urgentOnSite',
    'ordinaryRepair',
    'complaintFirstAnswer',
    'majorToLeader',
    'defect',
    'hazard',
  ]),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** [CK6] All its clocks; a ticket of an earlier app has the one. */
  timing: v.optional(ticketTimingSchema),
})
export type Due = Immutable<v.InferOutput<typeof dueSchema>>

const base = {
  id: ticketIdSchema,
  community: communityIdSchema,
  ...ticketFields,
  origin: originSchema,
  caller: v.nullable(callerIdSchema),
  intake: v.optional(intakeSchema),
  major: v.optional(majorSchema),
  /** Who took it and is told the end (首问). */
  takenBy: staffIdSchema,
  /** Who talks to the owner until the end (第一责任人). */
  firstResponsible: staffIdSchema,
  /** Offered to somebody who has not taken it yet. */
  firstOffer: v.optional(v.object({ to: staffIdSchema, by: staffIdSchema, at: instantSchema })),
  /** Who works along with the handler (协同). */
  helpers: v.optional(v.pipe(v.array(staffIdSchema), v.maxLength(8))),
  receivedAt: instantSchema,
  due: dueSchema,
  photos: photosSchema,
  /** What was said aloud when it was taken in. */
  sounds: soundsSchema,
  stamps: v.record(v.string(), v.object({ at: instantSchema, change: changeIdSchema })),
  thread: v.array(ticketEntrySchema),
  /** Tickets joined to this one (并单), whose people are told with its own. */
  joined: v.array(joinedSchema),
  /** Where it was before its last step, for as long as that step may be taken back. */
  before: v.optional(v.object({ change: changeIdSchema, life: lifeSchema, due: dueSchema })),
}

/** A matter somebody must settle (工单). */
export const ticketSchema = v.variant('status', [
  v.object({ ...base, ...LIFE.received }),
  v.object({ ...base, ...LIFE.assigned }),
  v.object({ ...base, ...LIFE.accepted }),
  v.object({ ...base, ...LIFE.inProgress }),
  v.object({ ...base, ...LIFE.putOff }),
  v.object({ ...base, ...LIFE.resolved }),
  v.object({ ...base, ...LIFE.closed }),
])

export type Ticket = Immutable<v.InferOutput<typeof ticketSchema>>
export type TicketIn<Status extends TicketStatus> = Extract<Ticket, { status: Status }>
export type HandledTicket = Exclude<Ticket, { status: 'received' }>
