import * as v from 'valibot'
import { calendarDaySchema } from '../calendar-day'
import { changeIdSchema } from '../id'
import type { Immutable } from '../immutable'
import { placeIdSchema } from '../place'
import { reasonSchema } from '../text'
import { detailFields, DETAILS, tailSchema, termsSchema, tieFields, type Details } from './detail'
import { fileBase, HAND_OUTS, ownerFileIdSchema } from './owner-file'
import { paperActs } from './paper'

const home = placeIdSchema

/** Of each detail meant: what its author saw, and what it is to be. */
const editsSchema = v.object(
  Object.fromEntries(
    DETAILS.map((name) => {
      const value: v.GenericSchema = detailFields[name]
      return [name, v.optional(v.object({ seen: value, meant: value }))]
    }),
  ),
) as unknown as v.GenericSchema<DetailEdits>
export type DetailEdits = {
  readonly [Name in keyof Details]?:
    { readonly seen: Details[Name]; readonly meant: Details[Name] } | undefined
}

/** Everything that may be done to an owner file. */
export const ownerFileActs = {
  open: v.object({
    ...{ act: v.literal('open'), ...fileBase, ...detailFields },
    ties: v.pipe(v.array(v.object({ home, ...tieFields })), v.minLength(1), v.maxLength(60)),
  }),
  amend: v.object({ act: v.literal('amend'), fields: editsSchema }),
  /** What ties them to one home; `seen` is null where nothing did. */
  tie: v.object({ act: v.literal('tie'), home, seen: v.nullable(termsSchema), meant: termsSchema }),
  /** It is over: sold, moved out, the lease ended. */
  leave: v.object({ act: v.literal('leave'), home, on: calendarDaySchema }),
  comeBack: v.object({ act: v.literal('comeBack'), home }),
  /** [OF12] Opened by mistake, and nobody has done anything with it since. */
  withdraw: v.object({ act: v.literal('withdraw') }),
  note: v.object({ act: v.literal('note'), words: reasonSchema }),
  withdrawNote: v.object({
    ...{ act: v.literal('withdrawNote'), note: changeIdSchema, why: reasonSchema },
  }),
  dial: v.object({ act: v.literal('dial'), tail: tailSchema }),
  reveal: v.object({
    ...{ act: v.literal('reveal'), tail: tailSchema, why: reasonSchema },
    minutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(30)),
  }),
  ...paperActs,
  /** Of two who set the same part, somebody chose: what was kept beside it is done with. */
  settle: v.object({ act: v.literal('settle'), of: changeIdSchema, part: v.string() }),
  handOut: v.object({ act: v.literal('handOut'), how: v.picklist(HAND_OUTS), why: reasonSchema }),
  /** Written down twice: the person goes on in the other file. */
  mergeInto: v.object({ act: v.literal('mergeInto'), into: ownerFileIdSchema }),
  separate: v.object({ act: v.literal('separate') }),
}

export type OwnerFileAct = Immutable<
  {
    [Name in keyof typeof ownerFileActs]: v.InferOutput<(typeof ownerFileActs)[Name]>
  }[keyof typeof ownerFileActs]
>
export type OwnerFileActOf<Name extends OwnerFileAct['act']> = Extract<OwnerFileAct, { act: Name }>
