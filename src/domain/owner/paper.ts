import * as v from 'valibot'
import { calendarDaySchema } from '../calendar-day'
import { changeIdSchema } from '../id'
import type { Immutable } from '../immutable'
import { instantSchema } from '../instant'
import { photoSchema } from '../photo'
import { reasonSchema } from '../text'
import { entryBase } from '../thread'

/** 装修资料 · 委托书 · 租赁合同 · 产权证明 · 身份核对 · 其他 */
export const PAPER_SORTS = [
  ...(['renovation', 'authorisation', 'lease', 'ownership', 'identity', 'other'] as const),
] as const
export type PaperSort = (typeof PAPER_SORTS)[number]

const day = v.nullable(calendarDaySchema)

/** [OF17] A paper of theirs (资料): what it is, of which day, until when. */
const paperFields = {
  sort: v.picklist(PAPER_SORTS),
  title: v.pipe(v.string(), v.maxLength(120)),
  ...{ on: day, until: day },
  /** They said yes to a picture of it. */
  agreed: v.boolean(),
  photos: v.pipe(v.array(photoSchema), v.maxLength(9)),
}

const minutes = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(30))

export const paperActs = {
  paper: v.object({ act: v.literal('paper'), ...paperFields }),
  withdrawPaper: v.object({
    ...{ act: v.literal('withdrawPaper'), paper: changeIdSchema, why: reasonSchema },
  }),
  /** Its pictures are shown to whoever says why. */
  look: v.object({ act: v.literal('look'), paper: changeIdSchema, why: reasonSchema, minutes }),
}

export const paperSchema = v.object({
  ...{ ...entryBase, ...paperFields },
  withdrawn: v.nullable(v.object({ ...entryBase, why: reasonSchema })),
})
export type Paper = Immutable<v.InferOutput<typeof paperSchema>>

export const lookSchema = v.object({
  ...{ ...entryBase, paper: changeIdSchema, why: reasonSchema, until: instantSchema },
})

type Look = Immutable<v.InferOutput<typeof lookSchema>>

export type PaperAct = Immutable<
  {
    [Name in keyof typeof paperActs]: v.InferOutput<(typeof paperActs)[Name]>
  }[keyof typeof paperActs]
>

/** [OF17] Without a yes there is no picture; of who they are there is none at all. */
export const mayPicture = ({ sort, agreed }: Pick<Paper, 'sort' | 'agreed'>): boolean =>
  agreed && sort !== 'identity'

/** Until when this person sees its pictures; 0 where they do not. */
export const lookedUntil = (
  { looks }: { readonly looks: readonly Look[] },
  paper: string,
  staff: string,
): number =>
  Math.max(
    0,
    ...looks.flatMap((look) => (look.by === staff && look.paper === paper ? [look.until] : [])),
  )
