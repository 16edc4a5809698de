import * as v from 'valibot'
import { changeIdSchema, staffIdSchema } from '../id'
import type { Immutable } from '../immutable'
import { instantSchema } from '../instant'
import { reasonSchema, wordsSchema } from '../text'
import { promiseFields } from './told'

/** What moves a promise, or tries to. */
const steps = {
  /** Before it is due: another time, and whether the owner agreed to it. */
  renegotiate: v.object({
    ...{ act: v.literal('renegotiate'), dueAt: instantSchema },
    ...{ agreed: v.boolean(), words: wordsSchema },
  }),
  keep: v.object({ act: v.literal('keep'), words: wordsSchema }),
  break: v.object({ act: v.literal('break'), words: reasonSchema }),
  /** The owner said before it was due that there is no need any more. */
  release: v.object({ act: v.literal('release'), words: reasonSchema }),
  /** To a colleague, who takes it over or turns it down. */
  handOver: v.object({ act: v.literal('handOver'), to: staffIdSchema, words: wordsSchema }),
  takeOver: v.object({ act: v.literal('takeOver') }),
  turnDown: v.object({ act: v.literal('turnDown'), words: reasonSchema }),
  /** Takes one's own last step back. */
  undo: v.object({ act: v.literal('undo'), change: changeIdSchema }),
}

export const promiseStepSchema = v.variant('act', Object.values(steps))
export type PromiseStep = Immutable<v.InferOutput<typeof promiseStepSchema>>

/** Everything that may be done to a promise. */
export const promiseActs = {
  make: v.object({ act: v.literal('make'), ...promiseFields }),
  ...steps,
  explain: v.object({ act: v.literal('explain'), words: reasonSchema }),
}

export type PromiseAct = Immutable<
  {
    [Name in keyof typeof promiseActs]: v.InferOutput<(typeof promiseActs)[Name]>
  }[keyof typeof promiseActs]
>
export type PromiseActOf<Name extends PromiseAct['act']> = Extract<PromiseAct, { act: Name }>
