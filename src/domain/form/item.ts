import * as v from 'valibot'
import type { Immutable } from '../immutable'
import { lineSchema } from '../text'
import { MOST_OPTIONS } from './answer'
import { conditionSchema, itemIdSchema } from './condition'

const base = {
  /** Permanent: a later version of the form keeps it for the same question. */
  id: itemIdSchema,
  title: lineSchema(120),
  hint: v.optional(v.pipe(v.string(), v.maxLength(300))),
  required: v.boolean(),
  /** Safety items are answered one by one, never by 「其余正常」. */
  safety: v.boolean(),
  when: v.optional(conditionSchema),
}

/** [FO13] Set by the form's author where an answer may honestly be the last one's (同上次). */
const repeatable = { repeatable: v.optional(v.boolean()) }

const option = v.object({ id: itemIdSchema, label: lineSchema(60), abnormal: v.boolean() })

const number = v.pipe(v.number(), v.finite())

const count = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_OPTIONS))

/** One question of a form (检查项). */
export const itemSchema = v.variant('kind', [
  v.object({
    ...base,
    kind: v.literal('verdict'),
    /** What 异常 asks for before the point can be finished. */
    onAbnormal: v.object({ photo: v.boolean(), words: v.boolean() }),
  }),
  v.object({
    ...base,
    kind: v.literal('number'),
    unit: v.pipe(v.string(), v.maxLength(12)),
    decimals: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(4)),
    /** Inside is normal; either end may be open. */
    least: v.nullable(number),
    most: v.nullable(number),
  }),
  v.object({
    ...base,
    ...repeatable,
    kind: v.literal('choice'),
    options: v.pipe(v.array(option), v.minLength(2), v.maxLength(12)),
  }),
  v.object({
    ...base,
    ...repeatable,
    kind: v.literal('choices'),
    options: v.pipe(v.array(option), v.minLength(2), v.maxLength(MOST_OPTIONS)),
    /** How many are to be chosen; an open end is null. */
    least: v.nullable(count),
    most: v.nullable(count),
  }),
  v.object({
    ...base,
    ...repeatable,
    kind: v.literal('date'),
    /** [FO10] Something that runs out (到期日): past on the day it is written down is abnormal. */
    expires: v.optional(v.boolean()),
  }),
  v.object({ ...base, ...repeatable, kind: v.literal('text'), long: v.boolean() }),
  v.object({ ...base, kind: v.literal('photo') }),
  /** The text of a code: a device's number, a seal's, an instrument's. */
  v.object({ ...base, kind: v.literal('scan') }),
  v.object({ ...base, kind: v.literal('voice') }),
  /** Somebody's name, signed on the glass or confirmed. */
  v.object({ ...base, kind: v.literal('signature') }),
])

export type Item = Immutable<v.InferOutput<typeof itemSchema>>
export type ItemOf<Kind extends Item['kind']> = Extract<Item, { kind: Kind }>
