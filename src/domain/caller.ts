import * as v from 'valibot'
import { communityIdSchema } from './community'
import { idSchema } from './id'
import type { Immutable } from './immutable'
import { instantSchema } from './instant'
import { photosSchema } from './photo'
import { applied, malformed, type RecordKind } from './record-kind'
import { callersScope } from './scope'
import { soundsSchema } from './sound'
import { lineSchema, wordsSchema } from './text'
import { entryBase, entryOf, isInThread } from './thread'

export const callerIdSchema = idSchema('CallerId')
export type CallerId = v.InferOutput<typeof callerIdSchema>

const told = {
  id: callerIdSchema,
  community: communityIdSchema,
  ticket: idSchema('TicketId'),
  name: lineSchema(60),
  phone: v.pipe(v.string(), v.maxLength(30)),
  words: wordsSchema,
  saidAt: instantSchema,
  /** [IN12] Their voice, and pictures that tell who they are. */
  photos: v.optional(photosSchema),
  sounds: v.optional(soundsSchema),
}

/** Who speaks (来电人): apart from the ticket, for those who talk with owners only. */
export const callerSchema = v.object({
  ...told,
  /** [PR12] Who rang them from here, and when; the tap is the record. */
  dials: v.array(v.object(entryBase)),
})

export type Caller = Immutable<v.InferOutput<typeof callerSchema>>

const acts = {
  note: v.object({ act: v.literal('note'), caller: v.object(told) }),
  dial: v.object({ act: v.literal('dial') }),
}

export type CallerAct = Immutable<v.InferOutput<typeof acts.note> | v.InferOutput<typeof acts.dial>>

export const callerKind: RecordKind<Caller, CallerAct> = {
  kind: 'Caller',
  record: callerSchema,
  acts,
  creates: ['note'],
  apply: (record, act, context) => {
    if (act.act === 'note') {
      if (act.caller.id !== context.record) return malformed
      return applied(record ?? { ...act.caller, dials: [] })
    }
    if (!record) return malformed
    if (isInThread(record.dials, context)) return applied(record)
    return applied({ ...record, dials: [...record.dials, entryOf(context)] })
  },
  scopeOf: (record) => callersScope(record.community),
  settledAt: (record) => record.saidAt,
  about: (record) => [record.ticket],
  photosOf: ({ photos = [], sounds = [] }) => [...photos, ...sounds],
}

/** `陈**`, `138 **** 6021`: what is shown until somebody asks for more. */
export const maskedName = (name: string): string => `${/^./u.exec(name)?.[0] ?? ''}**`

export const maskedPhone = (phone: string): string => {
  const digits = phone.replace(/\D/g, '')
  if (digits.length < 7) return '****'
  return `${digits.slice(0, 3)} **** ${digits.slice(-4)}`
}
