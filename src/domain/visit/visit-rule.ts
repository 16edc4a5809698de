import * as v from 'valibot'
import { idSchema } from '../id'
import type { Immutable } from '../immutable'

const months = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(12))
const minutes = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_440))

/** [VI4] How often a community's homes are visited, and when nobody is disturbed. */
export const visitRuleSchema = v.object({
  contactMonths: months,
  visitMonths: months,
  keyMonths: months,
  inspectMonths: months,
  callMonths: months,
  /** So many days before it is due it is due soon. */
  soonDays: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(60)),
  /** [VI14] So many days after an occasion somebody goes there; absent it is the usual. */
  extraDays: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(30))),
  /** [VI21] Which questionnaire is asked at the door; none where it says none. */
  questionnaire: v.optional(v.nullable(idSchema('FormId'))),
  /** Quiet hours (静时) in minutes after midnight, none of them over midnight. */
  quiet: v.pipe(v.array(v.object({ from: minutes, until: minutes })), v.maxLength(8)),
})
export type VisitRule = Immutable<v.InferOutput<typeof visitRuleSchema>>
