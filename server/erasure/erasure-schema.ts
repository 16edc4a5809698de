import * as v from 'valibot'
import { recordIdSchema, staffIdSchema } from '../../src/domain/id'
import { instantSchema } from '../../src/domain/instant'
import { KIND_NAMES } from '../../src/domain/kind-table'
import { ERASURE_REASONS } from '../store/stored'

/** What an administrator asks for. The reason is a choice: free words could hold what is to go. */
export const newErasureSchema = v.object({
  kind: v.picklist(KIND_NAMES),
  record: recordIdSchema,
  reason: v.picklist(ERASURE_REASONS),
})

/** The line that stays: who, when, why. */
export const erasureSchema = v.object({
  ...newErasureSchema.entries,
  at: instantSchema,
  by: staffIdSchema,
})

export const erasuresAnswerSchema = v.object({ erasures: v.array(erasureSchema) })
