import * as v from 'valibot'
import { calendarDaySchema } from '../calendar-day'
import type { Immutable } from '../immutable'
import { lineSchema, reasonSchema } from '../text'

/** What stands on the paper: 称呼, 正文, 落款; the courteous closing between them is always the same. */
export const letterSheetSchema = v.object({
  salutation: lineSchema(60),
  body: reasonSchema,
  signer: lineSchema(60),
  datedOn: calendarDaySchema,
})

export type LetterSheet = Immutable<v.InferOutput<typeof letterSheetSchema>>
