import * as v from 'valibot'
import { recordIdSchema, staffIdSchema } from '../../src/domain/id'
import type { Instant } from '../../src/domain/instant'
import { AUDIT_SORTS } from '../../src/protocol/audit'

const number = v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number))

/** Up to which line the page before went: when it was done, and which. */
const cursorSchema = v.pipe(
  v.string(),
  v.regex(/^\d{1,15}_[0-9a-f-]{36}$/),
  v.transform((text) => {
    const [at = '', id = ''] = text.split('_')
    return { at: Number(at), id }
  }),
)
export const cursorOf = ({ at, id }: { readonly at: Instant; readonly id: string }): string =>
  `${at}_${id}`

/** [AC15] What is asked of the audit: who did it, to or about whom, what sort of deed, and when. */
export const auditQuerySchema = v.object({
  by: v.optional(staffIdSchema),
  /** Somebody's account, or the people of a building. */
  about: v.optional(recordIdSchema),
  sort: v.optional(v.picklist(AUDIT_SORTS)),
  from: v.optional(number, '0'),
  until: v.optional(number, '999999999999999'),
  before: v.optional(cursorSchema),
  want: v.optional(v.pipe(number, v.minValue(1), v.maxValue(250)), '50'),
})
export type AuditQuery = v.InferOutput<typeof auditQuerySchema>
