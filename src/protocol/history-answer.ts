import * as v from 'valibot'
import { rowSchema } from './row'

/** [SY20] Rows by record or place, newest first; what is older is asked for by the last one's revision. */
export const historyAnswerSchema = v.object({ rows: v.array(rowSchema), more: v.boolean() })
