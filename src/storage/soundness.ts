import * as v from 'valibot'
import { KIND_NAMES, type KindName } from '../domain/kind-table'
import { anyKind } from '../protocol/apply-change'
import { changeSchema } from '../protocol/change'
import { liveRowSchema, type LiveRow } from '../protocol/row'
import { isSoundMeta } from './meta-soundness'
import { TABLE_OF } from './phone-database'
import { recordOf } from './put-held'
import { isReadable } from './readable'
import { readKey } from './record-key'

export type IsSound = (row: unknown) => boolean | Promise<boolean>

const blobSchema = v.custom<Blob>((value) => value instanceof Blob && value.size > 0)

/** Rows of an earlier app lack what later ones added. */
const heldSchema = (kind: KindName) =>
  v.object({
    id: v.string(),
    scope: v.string(),
    revision: v.number(),
    epoch: v.optional(v.number()),
    photosMissing: v.optional(v.array(v.string())),
    record: anyKind(kind).record,
  })

const shadowSchema = v.object({ key: v.string(), row: v.nullable(liveRowSchema) })

const isSoundShadow: IsSound = (shadow) => {
  if (!v.is(shadowSchema, shadow)) return false
  const named = readKey(shadow.key)
  return !named || !shadow.row || v.is(anyKind(named.kind).record, recordOf(shadow.row as LiveRow))
}

const outboxSchema = v.object({
  order: v.number(),
  key: v.string(),
  state: v.string(),
  change: changeSchema,
  withdrawn: v.boolean(),
  outcome: v.nullable(v.looseObject({ outcome: v.string() })),
})

const journalSchema = v.object({
  ...{ id: v.string(), order: v.number(), key: v.string(), version: v.number() },
  ...{ settledAt: v.number(), change: changeSchema },
})

const photoSchema = v.object({
  ...{ sha256: v.string(), type: v.string(), bytes: v.number(), takenAt: v.number() },
  blob: v.instance(Blob),
  state: v.string(),
})

/** A photo known to be broken has been told of already. */
const isSoundPhoto: IsSound = async (photo) => {
  if (!v.is(photoSchema, photo)) return false
  if (photo.state === 'broken') return true
  return photo.blob.size > 0 && isReadable(photo.blob)
}

const draftSchema = v.object({ key: v.string(), at: v.number(), value: v.unknown() })
const attachmentSchema = v.object({
  blob: blobSchema,
  ref: v.looseObject({ sha256: v.string(), bytes: v.number() }),
})

const isSoundDraft: IsSound = async (draft) => {
  if (!v.is(draftSchema, draft)) return false
  if (!/\/(photo|sound)\//.test(draft.key)) return true
  return v.is(attachmentSchema, draft.value) && isReadable(draft.value.blob)
}

const byTable = new Map<string, IsSound>([
  ...KIND_NAMES.map((kind): [string, IsSound] => {
    const schema = heldSchema(kind)
    return [TABLE_OF[kind], (row) => v.is(schema, row)]
  }),
  ['shadows', isSoundShadow],
  ['outbox', (row) => v.is(outboxSchema, row)],
  ['journal', (row) => v.is(journalSchema, row)],
  ['photos', isSoundPhoto],
  ['drafts', isSoundDraft],
  ['meta', isSoundMeta],
])

/** [ST12] What tells whether a row of a table is what was once written there; null where nothing can. */
export const soundnessOf = (table: string): IsSound | null => byTable.get(table) ?? null
