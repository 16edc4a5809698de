import * as v from 'valibot'
import { communityIdSchema } from './community'
import { facilityIdSchema } from './facility'
import { formIdSchema } from './form/form'
import { idSchema } from './id'
import type { Immutable } from './immutable'
import { placeIdSchema } from './place'
import { applied, malformed, type RecordKind } from './record-kind'
import { communityScope } from './scope'
import { lineSchema } from './text'

export const checkpointIdSchema = idSchema('CheckpointId')
export type CheckpointId = v.InferOutput<typeof checkpointIdSchema>

/** What its QR label says: opaque, unguessable, replaceable. */
export const tokenSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{16,64}$/))

/** A point a patrol stops at (巡查点). */
export const checkpointSchema = v.object({
  id: checkpointIdSchema,
  community: communityIdSchema,
  name: lineSchema(60),
  place: placeIdSchema,
  facility: v.nullable(facilityIdSchema),
  form: formIdSchema,
  token: tokenSchema,
})

export type Checkpoint = Immutable<v.InferOutput<typeof checkpointSchema>>

const acts = {
  set: v.object({ act: v.literal('set'), checkpoint: checkpointSchema }),
  amend: v.object({ act: v.literal('amend'), checkpoint: checkpointSchema }),
}

export type CheckpointAct = Immutable<
  v.InferOutput<typeof acts.set> | v.InferOutput<typeof acts.amend>
>

export const checkpointKind: RecordKind<Checkpoint, CheckpointAct> = {
  kind: 'Checkpoint',
  record: checkpointSchema,
  acts,
  creates: ['set'],
  apply: (record, act, context) => {
    if (act.checkpoint.id !== context.record) return malformed
    if (act.act === 'set' && record) return applied(record)
    return applied(act.checkpoint)
  },
  scopeOf: (record) => communityScope(record.community),
  settledAt: () => null,
  about: (record) => [record.place],
  photosOf: () => [],
}

/** [PA4] The token in what a camera read: the bare token, or the last step of a label's address. */
export const tokenOf = (scanned: string): string | null => {
  const last = scanned.trim().split(/[/:]/).at(-1) ?? ''
  return v.is(tokenSchema, last) ? last : null
}
