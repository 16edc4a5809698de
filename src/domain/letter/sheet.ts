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

/**
 * [LE4] Exactly what was approved, as text that is the same on every machine: its hash is kept with each
 * approval. Fields are named and ordered here, and never taken out.
 */
export const letterText = (letter: string, sheet: LetterSheet): string =>
  JSON.stringify([
    ['letter', letter],
    ['salutation', sheet.salutation],
    ['body', sheet.body],
    ['signer', sheet.signer],
    ['datedOn', sheet.datedOn],
  ])
