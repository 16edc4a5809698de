import * as v from 'valibot'
import { communityIdSchema } from './community'
import { facilityIdSchema } from './facility'
import { idSchema } from './id'
import type { Immutable } from './immutable'
import { instantSchema } from './instant'
import { photosSchema } from './photo'
import { applied, malformed, noted, type RecordKind } from './record-kind'
import { callersScope } from './scope'
import { lineSchema, reasonSchema, wordsSchema } from './text'
import { entryBase, entryOf, isInThread } from './thread'

export const maintenanceIdSchema = idSchema('MaintenanceId')
export type MaintenanceId = v.InferOutput<typeof maintenanceIdSchema>

/** Who came, from which contractor, and when. */
const signedFields = {
  community: communityIdSchema,
  facility: facilityIdSchema,
  contractor: lineSchema(80),
  people: lineSchema(120),
  arrivedAt: instantSchema,
}
const doneFields = { words: reasonSchema, sheet: photosSchema }

/** One time somebody came to maintain a facility (维保记录): signed in, done, confirmed by one of ours. */
export const maintenanceSchema = v.object({
  id: maintenanceIdSchema,
  ...signedFields,
  status: v.picklist(['onSite', 'done', 'confirmed', 'voided']),
  signed: v.object(entryBase),
  done: v.nullable(v.object({ ...entryBase, ...doneFields })),
  confirmed: v.nullable(v.object({ ...entryBase, words: wordsSchema })),
  voided: v.nullable(v.object({ ...entryBase, reason: lineSchema(300) })),
})
export type Maintenance = Immutable<v.InferOutput<typeof maintenanceSchema>>

const acts = {
  signIn: v.object({ act: v.literal('signIn'), ...signedFields }),
  finish: v.object({ act: v.literal('finish'), ...doneFields }),
  confirm: v.object({ act: v.literal('confirm'), words: wordsSchema }),
  void: v.object({ act: v.literal('void'), reason: lineSchema(300) }),
}
export type MaintenanceAct = Immutable<
  { [Name in keyof typeof acts]: v.InferOutput<(typeof acts)[Name]> }[keyof typeof acts]
>

/** [FA11] Each step once, in its order; what comes too late changes nothing. */
export const maintenanceKind: RecordKind<Maintenance, MaintenanceAct> = {
  kind: 'Maintenance',
  record: maintenanceSchema,
  acts,
  creates: ['signIn'],
  apply: (held, deed, context) => {
    const entry = entryOf(context)
    if (deed.act === 'signIn') {
      if (held)
        return held.signed.change === entry.change ? applied(held) : noted(held, 'already-recorded')
      const { act: _, ...signed } = deed
      const id = context.record as MaintenanceId
      const rest = { done: null, confirmed: null, voided: null }
      return applied<Maintenance>({ id, ...signed, status: 'onSite', signed: entry, ...rest })
    }
    if (!held) return malformed
    const { signed, done, confirmed, voided } = held
    if (isInThread([signed, done ?? [], confirmed ?? [], voided ?? []].flat(), context))
      return applied(held)
    if (voided) return noted(held, 'already-voided')
    if (deed.act === 'finish' && held.status === 'onSite') {
      const { words, sheet } = deed
      return applied<Maintenance>({ ...held, status: 'done', done: { ...entry, words, sheet } })
    }
    if (deed.act === 'confirm' && held.status === 'done') {
      const { words } = deed
      return applied<Maintenance>({ ...held, status: 'confirmed', confirmed: { ...entry, words } })
    }
    if (deed.act === 'void' && held.status !== 'confirmed') {
      const { reason } = deed
      return applied<Maintenance>({ ...held, status: 'voided', voided: { ...entry, reason } })
    }
    return noted(held, 'came-too-late')
  },
  // Names of people who came: for those who know who rang as well.
  scopeOf: ({ community }) => callersScope(community),
  settledAt: ({ confirmed, voided }) => confirmed?.at ?? voided?.at ?? null,
  about: ({ facility }) => [facility],
  photosOf: ({ done }) => done?.sheet ?? [],
}
