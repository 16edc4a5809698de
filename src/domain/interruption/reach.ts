import * as v from 'valibot'
import { communityIdSchema } from '../community'
import { changeIdSchema, idSchema, type NameId } from '../id'
import type { Immutable } from '../immutable'
import { placeIdSchema, type PlaceId } from '../place'
import { applied, malformed, noted, type RecordKind } from '../record-kind'
import { homesScope } from '../scope'
import { entryBase, entryOf, isInThread } from '../thread'
import { interruptionIdSchema, type InterruptionId } from './interruption'

const reachIdSchema = idSchema('InterruptionReachId')
type ReachId = v.InferOutput<typeof reachIdSchema>

/** [SI5] One per interruption and building, the same on every phone. */
export const interruptionReachId = (
  interruption: InterruptionId,
  building: PlaceId,
  nameId: NameId,
): ReachId => nameId(interruption, `reach/${building}`) as ReachId

export const TOLD_BY = ['phone', 'door', 'message', 'notice'] as const
export type ToldBy = (typeof TOLD_BY)[number]

const base = { interruption: interruptionIdSchema, community: communityIdSchema }
const told = {
  /** Which word of it was told: the act that announced, prolonged, restored it or called it off. */
  of: changeIdSchema,
  homes: v.pipe(v.array(placeIdSchema), v.minLength(1), v.maxLength(1_000)),
  how: v.picklist(TOLD_BY),
  reached: v.boolean(),
}
const tellingSchema = v.object({
  ...entryBase,
  ...told,
  takenBack: v.boolean(),
})
export type StopTelling = Immutable<v.InferOutput<typeof tellingSchema>>

/** [SI5] Which homes of a building were told, for those who serve it; homes only, nobody's name. */
export const interruptionReachSchema = v.object({
  id: reachIdSchema,
  ...base,
  building: placeIdSchema,
  thread: v.array(tellingSchema),
})
export type InterruptionReach = Immutable<v.InferOutput<typeof interruptionReachSchema>>

const acts = {
  tell: v.object({ act: v.literal('tell'), ...base, building: placeIdSchema, ...told }),
  takeBack: v.object({ act: v.literal('takeBack'), telling: changeIdSchema }),
}
export type InterruptionReachAct = Immutable<
  { [Name in keyof typeof acts]: v.InferOutput<(typeof acts)[Name]> }[keyof typeof acts]
>

export const interruptionReachKind: RecordKind<InterruptionReach, InterruptionReachAct> = {
  kind: 'InterruptionReach',
  record: interruptionReachSchema,
  acts,
  creates: ['tell'],
  apply: (record, deed, context) => {
    if (record && isInThread(record.thread, context)) return applied(record)
    if (deed.act === 'takeBack') {
      const taken = record?.thread.find(({ change }) => change === deed.telling)
      if (!record || !taken) return malformed
      if (taken.takenBack) return noted(record, 'already-voided')
      const thread = record.thread.map((each) =>
        each === taken ? { ...each, takenBack: true } : each,
      )
      return applied({ ...record, thread })
    }
    const { act: _, of, homes, how, reached, ...said } = deed
    const id = interruptionReachId(deed.interruption, deed.building, context.nameId)
    if (context.record !== id) return malformed
    const telling = { ...entryOf(context), of, homes, how, reached, takenBack: false }
    const held = record ?? { id, ...said, thread: [] }
    return applied({ ...held, thread: [...held.thread, telling] })
  },
  scopeOf: ({ building }) => homesScope(building),
  settledAt: ({ thread }) => thread.at(-1)?.at ?? 0,
  about: ({ interruption, building }) => [interruption, building],
  photosOf: () => [],
}
