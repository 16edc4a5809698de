import * as v from 'valibot'
import {
  changeIdSchema,
  groupIdSchema,
  importIdSchema,
  recordIdSchema,
  staffIdSchema,
} from '../domain/id'
import type { Immutable } from '../domain/immutable'
import { instantSchema } from '../domain/instant'

export const sequenceSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(1))

/** An act on its way. The act itself is checked against its kind when the change is taken up. */
export const changeSchema = v.object({
  id: changeIdSchema,
  seq: sequenceSchema,
  group: v.optional(groupIdSchema),
  /** The import it is part of: many groups, one id. */
  importId: v.optional(importIdSchema),
  at: instantSchema,
  /** Server minus device in milliseconds when last measured. */
  clockOffset: v.nullable(v.pipe(v.number(), v.safeInteger())),
  by: staffIdSchema,
  kind: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  record: recordIdSchema,
  schema: v.pipe(v.number(), v.integer(), v.minValue(1)),
  act: v.looseObject({ act: v.pipe(v.string(), v.minLength(1), v.maxLength(64)) }),
})

export type Change = Immutable<v.InferOutput<typeof changeSchema>>

/** Stands in for a change that made the call itself fail. */
export const withdrawnChangeSchema = v.object({
  id: changeIdSchema,
  seq: sequenceSchema,
  withdrawn: v.literal(true),
})

export type WithdrawnChange = Immutable<v.InferOutput<typeof withdrawnChangeSchema>>
