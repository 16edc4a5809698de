import * as v from 'valibot'
import { communityIdSchema } from '../domain/community'
import { recordIdSchema, staffIdSchema } from '../domain/id'
import type { Immutable } from '../domain/immutable'
import { instantSchema } from '../domain/instant'
import { placeIdSchema } from '../domain/place'
import { roleSchema } from '../domain/role'
import { standInSchema } from '../domain/stand-in'

/** [AC15] Accounts and devices · seen (rung, revealed, looked at) · handed out · changed · erased. */
export const AUDIT_SORTS = ['account', 'seen', 'handedOut', 'changed', 'erased'] as const
export type AuditSort = (typeof AUDIT_SORTS)[number]

const dutiesSchema = v.array(
  v.object({
    role: roleSchema,
    community: communityIdSchema,
    buildings: v.array(placeIdSchema),
    standIn: v.optional(standInSchema),
  }),
)

export const auditLineSchema = v.object({
  id: recordIdSchema,
  at: instantSchema,
  by: staffIdSchema,
  sort: v.picklist(AUDIT_SORTS),
  /** What was done, as the act or the deed is called. */
  deed: v.string(),
  /** Whose account it was done to. */
  staff: v.nullable(staffIdSchema),
  /** Of whom the record was; null for an account. */
  people: v.nullable(v.picklist(['owner', 'caller', 'other'])),
  /** In which building its people live; never which home, never who. */
  building: v.nullable(placeIdSchema),
  /** Said by whoever did it, to those who may read it where it stands; else empty. */
  why: v.string(),
  given: dutiesSchema,
  taken: dutiesSchema,
})
export type AuditLine = Immutable<v.InferOutput<typeof auditLineSchema>>

export const auditAnswerSchema = v.object({
  /** The newest first. */
  lines: v.array(auditLineSchema),
  /** What `before` the next page asks for; null where this is the last. */
  before: v.nullable(v.string()),
  /** How many there are in all, said with the first page. */
  total: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0))),
})
