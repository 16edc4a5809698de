import * as v from 'valibot'
import { checkpointIdSchema } from './checkpoint'
import { staffIdSchema } from './id'
import type { Immutable } from './immutable'
import { ROUND_STATUSES, roundPlan, roundReasonSchema as reason } from './round'

const from = v.picklist(ROUND_STATUSES)

export const roundActs = {
  /** `why` is asked for when the window has passed: a make-up round (补检). */
  start: v.object({ act: v.literal('start'), ...roundPlan, why: v.optional(reason) }),
  /** To a named colleague (转交). It may be the first that is known of the round. */
  handOver: v.object({ act: v.literal('handOver'), ...roundPlan, to: staffIdSchema, reason }),
  skip: v.object({ act: v.literal('skip'), checkpoint: checkpointIdSchema, reason }),
  /** My part is walked, the rest is a colleague's. */
  finishPart: v.object({ act: v.literal('finishPart') }),
  finish: v.object({ act: v.literal('finish'), from }),
  endEarly: v.object({ act: v.literal('endEarly'), from, reason }),
}

type ActNamed<Name extends keyof typeof roundActs> = Immutable<
  v.InferOutput<(typeof roundActs)[Name]>
>

export type StartRound = ActNamed<'start'>
export type HandOverRound = ActNamed<'handOver'>
export type SkipStop = ActNamed<'skip'>
export type EndRound = ActNamed<'finish'> | ActNamed<'endEarly'>
export type RoundAct = StartRound | HandOverRound | SkipStop | ActNamed<'finishPart'> | EndRound
