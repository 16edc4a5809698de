import * as v from 'valibot'
import { callerIdSchema } from '../caller'
import { communityIdSchema } from '../community'
import { changeIdSchema, staffIdSchema } from '../id'
import type { Immutable } from '../immutable'
import { instantSchema } from '../instant'
import { photosSchema } from '../photo'
import { soundsSchema } from '../sound'
import { lineSchema, reasonSchema, wordsSchema } from '../text'
import { outsideFields, putOffFields, TELLING_CHANNELS, verifiedFields } from './entry'
import { intakeSchema } from './intake'
import { clauseRefSchema, followUpFields, learntSchema } from './after-closing'
import { joinedSchema } from './joined'
import {
  dueSchema,
  originSchema,
  TICKET_STATUSES,
  ticketFields,
  ticketIdSchema,
  type TicketStatus,
} from './ticket'

const from = v.picklist(TICKET_STATUSES)

const edit = <Value extends v.GenericSchema>(value: Value) =>
  v.optional(v.object({ seen: value, meant: value }))

/** Everything that may be done to a ticket. Status steps carry the status their author saw. */
export const ticketActs = {
  receive: v.object({
    act: v.literal('receive'),
    community: communityIdSchema,
    ...ticketFields,
    origin: originSchema,
    caller: v.nullable(callerIdSchema),
    intake: v.optional(intakeSchema),
    firstResponsible: staffIdSchema,
    due: dueSchema,
    photos: photosSchema,
    /** What was said aloud. */
    sounds: soundsSchema,
    /** Put right on the spot: born closed, with the picture afterwards. */
    fixed: v.nullable(v.object({ after: photosSchema, words: wordsSchema })),
  }),
  edit: v.object({
    act: v.literal('edit'),
    fields: v.object({
      kind: edit(ticketFields.kind),
      gravity: edit(ticketFields.gravity),
      urgent: edit(ticketFields.urgent),
      title: edit(ticketFields.title),
      words: edit(ticketFields.words),
      place: edit(ticketFields.place),
      facility: edit(ticketFields.facility),
      spot: edit(ticketFields.spot),
      home: edit(ticketFields.home),
    }),
  }),
  assign: v.object({ act: v.literal('assign'), from, to: staffIdSchema, words: wordsSchema }),
  accept: v.object({ act: v.literal('accept'), from }),
  /** Not for the handler: it goes back to whoever assigns. */
  return: v.object({ act: v.literal('return'), from, words: reasonSchema }),
  /** To a colleague, who accepts it or returns it. */
  transfer: v.object({
    act: v.literal('transfer'),
    from,
    to: staffIdSchema,
    words: reasonSchema,
  }),
  /** The first responsible passes by name: offered, and theirs once taken. */
  offerFirst: v.object({ act: v.literal('offerFirst'), to: staffIdSchema, words: wordsSchema }),
  takeFirst: v.object({ act: v.literal('takeFirst') }),
  refuseFirst: v.object({ act: v.literal('refuseFirst'), words: reasonSchema }),
  /** Who works along with the handler. */
  addHelper: v.object({ act: v.literal('addHelper'), who: staffIdSchema }),
  dropHelper: v.object({ act: v.literal('dropHelper'), who: staffIdSchema }),
  putOff: v.object({ act: v.literal('putOff'), from, ...putOffFields, words: wordsSchema }),
  start: v.object({ act: v.literal('start'), from, words: wordsSchema, photos: photosSchema }),
  resolve: v.object({ act: v.literal('resolve'), from, words: wordsSchema, photos: photosSchema }),
  tellOwner: v.object({
    act: v.literal('tellOwner'),
    channel: v.picklist(TELLING_CHANNELS),
    reached: v.boolean(),
    words: wordsSchema,
    nextWordAt: v.nullable(instantSchema),
    of: v.optional(ticketIdSchema),
  }),
  /** 复清: whether it is so, what is true, and when and how it is put right. */
  verify: v.object({ act: v.literal('verify'), ...verifiedFields }),
  /** To the leader (重大), with its reason; the clock is the leader's until they know. */
  raise: v.object({
    ...{ act: v.literal('raise'), reason: lineSchema(60), words: wordsSchema },
    ...{ leader: v.nullable(staffIdSchema), due: dueSchema },
    substitute: v.optional(staffIdSchema),
  }),
  /** The leader knows; `isOrdinary` where it is none after all. */
  heed: v.object({
    ...{ act: v.literal('heed'), words: wordsSchema, isOrdinary: v.boolean(), due: dueSchema },
  }),
  recheck: v.object({
    act: v.literal('recheck'),
    from,
    passed: v.boolean(),
    words: wordsSchema,
    photos: photosSchema,
    /** [TK28] A sample found wrong: its clock begins anew; acts of an earlier app have none. */
    due: v.optional(dueSchema),
  }),
  /** [CL1] What was learnt, where it is asked. */
  close: v.object({ act: v.literal('close'), from, learnt: v.optional(learntSchema) }),
  followUp: v.object({ act: v.literal('followUp'), ...followUpFields }),
  /** It was none: settled with its reason, never removed. */
  cancel: v.object({ act: v.literal('cancel'), from, words: reasonSchema }),
  /** A request we do not do: settled with the reason, in courteous words (谢绝). */
  decline: v.object({ act: v.literal('decline'), from, words: reasonSchema }),
  /** [CO2] Outside the contract: the courteous words, and the clause they rest on. */
  proposeDecline: v.object({
    ...{ act: v.literal('proposeDecline'), words: reasonSchema },
    clause: clauseRefSchema,
  }),
  /** [CO3] The refusal stands from here; `proposal` is the change that proposed it. */
  confirmDecline: v.object({ act: v.literal('confirmDecline'), from, proposal: changeIdSchema }),
  /** 帮一把: outside the contract, and done all the same. */
  helpAnyway: v.object({
    ...{ act: v.literal('helpAnyway'), words: reasonSchema },
    clause: v.nullable(clauseRefSchema),
  }),
  reopen: v.object({
    ...{ act: v.literal('reopen'), from, words: reasonSchema, photos: photosSchema },
    /** The clock begins anew, in the figures of the day. */
    due: v.optional(dueSchema),
  }),
  /** The same matter as another open ticket (并单); goes with `takeIn` on that one. */
  join: v.object({ act: v.literal('join'), from, into: ticketIdSchema }),
  separate: v.object({ act: v.literal('separate'), from }),
  takeIn: v.object({ act: v.literal('takeIn'), joined: v.array(joinedSchema) }),
  takeOut: v.object({ act: v.literal('takeOut'), ticket: ticketIdSchema }),
  /** Developer or contractor does it; our handler stays and keeps the clock. */
  engage: v.object({ act: v.literal('engage'), from, ...outsideFields }),
  release: v.object({ act: v.literal('release'), from, words: wordsSchema }),
  /** Takes one's own last step back, while nobody has gone on from it. */
  undo: v.object({ act: v.literal('undo'), change: changeIdSchema }),
  say: v.object({
    ...{ act: v.literal('say'), words: wordsSchema, photos: photosSchema },
    sounds: v.optional(soundsSchema),
  }),
  /** Written down for the wrong community: it goes where it belongs. */
  relocate: v.object({
    act: v.literal('relocate'),
    community: communityIdSchema,
    place: ticketFields.place,
    home: ticketFields.home,
  }),
}

export type TicketAct = Immutable<
  {
    [Name in keyof typeof ticketActs]: v.InferOutput<(typeof ticketActs)[Name]>
  }[keyof typeof ticketActs]
>
export type TicketActOf<Name extends TicketAct['act']> = Extract<TicketAct, { act: Name }>

/** An act that moves a ticket from one status to another. */
export type Step = Extract<TicketAct, { from: TicketStatus }>
