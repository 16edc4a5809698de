import * as v from 'valibot'
import type { Immutable } from '../immutable'
import { instantSchema } from '../instant'
import { lineSchema } from '../text'

/** 来电 · 来访 · 来信 · 微信 · 12345/街道 · 上门 */
export const CHANNELS = ['phone', 'walkIn', 'letter', 'wechat', 'hotline', 'door'] as const
export type Channel = (typeof CHANNELS)[number]

const short = (limit: number) => v.pipe(v.string(), v.maxLength(limit))

/** [IN2] What was written down when an owner spoke (登记), beside the matter itself. It names nobody. */
export const intakeSchema = v.object({
  /** Which sort of trouble (投诉类型): one of the seven, or the community's own. */
  topic: v.nullable(lineSchema(40)),
  /** When it happened, as they said it. */
  happened: short(120),
  /** What they want done (要解决什么). */
  wanted: short(500),
  /** What was asked of them (问清), and what they said. */
  asked: v.pipe(
    v.array(v.object({ question: lineSchema(80), answer: lineSchema(200) })),
    v.maxLength(12),
  ),
  /** When it suits them that somebody comes. */
  suits: v.nullable(
    v.pipe(
      v.object({ from: instantSchema, to: instantSchema }),
      v.check(({ from, to }) => from < to),
    ),
  ),
  /** Said back to them, and they agreed (复述). */
  readBack: v.boolean(),
})
export type Intake = Immutable<v.InferOutput<typeof intakeSchema>>

/** [IN5] 12345 or the neighbourhood office (街道): their number of it, and by when the law wants an answer. */
export const officialSchema = v.object({ number: lineSchema(60), answerBy: instantSchema })
