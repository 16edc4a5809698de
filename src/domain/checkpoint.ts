import * as v from 'valibot'
import { communityIdSchema } from './community'
import { facilityIdSchema } from './facility'
import { formIdSchema } from './form/form'
import { idSchema } from './id'
import type { Immutable } from './immutable'
import { placeIdSchema } from './place'
import { locateSchema, pointPositionSchema } from './position'
import {
  applied,
  malformed,
  noted,
  type ActContext,
  type Applied,
  type RecordKind,
} from './record-kind'
import { communityScope } from './scope'
import { lineSchema } from './text'
import { tokenSchema, withdrawnTokenSchema } from './token'

export const checkpointIdSchema = idSchema('CheckpointId')
export type CheckpointId = v.InferOutput<typeof checkpointIdSchema>

/** A point a patrol stops at (巡查点). */
export const checkpointSchema = v.object({
  id: checkpointIdSchema,
  community: communityIdSchema,
  name: lineSchema(60),
  place: placeIdSchema,
  facility: v.nullable(facilityIdSchema),
  form: formIdSchema,
  token: tokenSchema,
  /** Where it is, where somebody wrote that down. */
  position: v.optional(pointPositionSchema),
  withdrawn: v.optional(v.pipe(v.array(withdrawnTokenSchema), v.maxLength(100))),
})

export type Checkpoint = Immutable<v.InferOutput<typeof checkpointSchema>>

const acts = {
  set: v.object({ act: v.literal('set'), checkpoint: checkpointSchema }),
  amend: v.object({ act: v.literal('amend'), checkpoint: checkpointSchema }),
  replaceToken: v.object({
    act: v.literal('replaceToken'),
    token: tokenSchema,
    reason: lineSchema(120),
  }),
  locate: locateSchema,
}

export type CheckpointAct = Immutable<
  { [Name in keyof typeof acts]: v.InferOutput<(typeof acts)[Name]> }[keyof typeof acts]
>
type ActNamed<Name extends CheckpointAct['act']> = Extract<CheckpointAct, { act: Name }>

const isWithdrawn = (point: Checkpoint, token: string) =>
  point.withdrawn?.some((each) => each.token === token) ?? false

/** [CP1] The old label is remembered, so that whoever scans it hears that it no longer counts. */
const replaceToken = (
  point: Checkpoint,
  { token, reason }: ActNamed<'replaceToken'>,
  { at, by, change }: ActContext,
): Applied<Checkpoint> => {
  const withdrawn = point.withdrawn ?? []
  if (withdrawn.some((each) => each.change === change)) return applied(point)
  if (token === point.token || isWithdrawn(point, token)) return noted(point, 'already-recorded')
  const old = { token: point.token, at, by, change, reason }
  return applied({ ...point, token, withdrawn: [...withdrawn, old] })
}

/** [CP3] Of two measurements the later stands, whichever came first. */
const locate = (
  point: Checkpoint,
  { latitude, longitude, within, accuracy, fixes }: ActNamed<'locate'>,
  { at, by, change }: ActContext,
): Applied<Checkpoint> => {
  const last = point.position?.measured
  const isLater = !last || at > last.at || (at === last.at && change >= last.change)
  if (!isLater) return noted(point, 'came-too-late')
  const measured = { accuracy, fixes, at, by, change }
  return applied({ ...point, position: { latitude, longitude, within, measured } })
}

/** [CP2] [CP3] A change of name never brings a withdrawn label back, nor moves a point measured. */
const amended = (point: Checkpoint | null, next: Checkpoint): Checkpoint => {
  if (!point) return next
  const { withdrawn, position } = point
  const token = isWithdrawn(point, next.token) ? point.token : next.token
  return {
    ...next,
    ...(withdrawn ? { token, withdrawn } : {}),
    ...(position?.measured ? { position } : {}),
  }
}

export const checkpointKind: RecordKind<Checkpoint, CheckpointAct> = {
  kind: 'Checkpoint',
  record: checkpointSchema,
  acts,
  creates: ['set'],
  apply: (record, act, context) => {
    if (act.act === 'replaceToken') return record ? replaceToken(record, act, context) : malformed
    if (act.act === 'locate') return record ? locate(record, act, context) : malformed
    if (act.checkpoint.id !== context.record) return malformed
    if (act.act === 'set' && record) return applied(record)
    return applied(amended(record, act.checkpoint))
  },
  scopeOf: (record) => communityScope(record.community),
  settledAt: () => null,
  about: (record) => [record.place],
  photosOf: () => [],
}
