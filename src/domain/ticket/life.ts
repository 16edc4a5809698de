import * as v from 'valibot'
import { idSchema, staffIdSchema } from '../id'
import type { Immutable } from '../immutable'
import { instantSchema } from '../instant'
import { outsideFields, putOffFields } from './entry'

const handler = staffIdSchema
/** Developer or contractor at work on it (外单位); our handler keeps the clock. */
const outside = v.optional(v.object(outsideFields))

/** 谢绝 · 撤销: settled by not being done; whoever waits for an answer is still told. */
export const ENDINGS = ['declined', 'cancelled'] as const
const ending = v.picklist(ENDINGS)

/** Where a ticket is in its life: the fields each status has, and no other. */
export const LIFE = {
  received: { status: v.literal('received') },
  assigned: {
    ...{ status: v.literal('assigned'), handler, outside },
    /** Who passes it on, and is responsible for it until it is accepted. */
    giver: v.optional(staffIdSchema),
  },
  accepted: { status: v.literal('accepted'), handler, outside },
  inProgress: { status: v.literal('inProgress'), handler, outside },
  putOff: { status: v.literal('putOff'), handler, outside, ...putOffFields },
  resolved: {
    ...{ status: v.literal('resolved'), handler, resolvedAt: instantSchema },
    ending: v.optional(ending),
  },
  closed: {
    ...{ status: v.literal('closed'), handler, resolvedAt: instantSchema },
    closedAt: instantSchema,
    closing: v.picklist(['told', 'recheck', 'fixedOnSpot', 'joined', ...ENDINGS]),
    /** The ticket it was joined to. */
    into: v.optional(idSchema('TicketId')),
  },
} as const

export const lifeSchema = v.variant('status', [
  v.object(LIFE.received),
  v.object(LIFE.assigned),
  v.object(LIFE.accepted),
  v.object(LIFE.inProgress),
  v.object(LIFE.putOff),
  v.object(LIFE.resolved),
  v.object(LIFE.closed),
])

export type Life = Immutable<v.InferOutput<typeof lifeSchema>>
