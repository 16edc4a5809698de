import * as v from 'valibot'
import { staffIdSchema } from './id'
import type { Immutable } from './immutable'
import { applied, malformed, type RecordKind } from './record-kind'
import { roleSchema } from './role'
import { COMPANY_SCOPE, scopeSchema } from './scope'
import { lineSchema } from './text'

/** Somebody who works here, as colleagues need to know them: no phone, no papers. */
export const staffSchema = v.object({
  id: staffIdSchema,
  name: lineSchema(40),
  roles: v.pipe(v.array(roleSchema), v.minLength(1), v.maxLength(9)),
  active: v.boolean(),
  /** [PR8] The homes and callers they are given to see; absent where nobody said. */
  scopes: v.optional(v.pipe(v.array(scopeSchema), v.maxLength(500))),
})

export type Staff = Immutable<v.InferOutput<typeof staffSchema>>

const acts = {
  enrol: v.object({ act: v.literal('enrol'), staff: staffSchema }),
  amend: v.object({ act: v.literal('amend'), staff: staffSchema }),
}

export type StaffAct = Immutable<
  v.InferOutput<typeof acts.enrol> | v.InferOutput<typeof acts.amend>
>

export const staffKind: RecordKind<Staff, StaffAct> = {
  kind: 'Staff',
  record: staffSchema,
  acts,
  creates: ['enrol'],
  apply: (record, act, context) => {
    if (act.staff.id !== context.record) return malformed
    if (act.act === 'enrol' && record) return applied(record)
    return applied(act.staff)
  },
  scopeOf: () => COMPANY_SCOPE,
  settledAt: () => null,
  about: () => [],
  photosOf: () => [],
}
