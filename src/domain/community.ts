import * as v from 'valibot'
import { idSchema, staffIdSchema } from './id'
import type { Immutable } from './immutable'
import { applied, malformed, type RecordKind } from './record-kind'
import { communityScope } from './scope'
import { timeZoneSchema } from './time-zone'
import { lineSchema } from './text'

export const communityIdSchema = idSchema('CommunityId')
export type CommunityId = v.InferOutput<typeof communityIdSchema>

const minutes = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60 * 24 * 60))

/** Deadlines in minutes, each editable per community; PRODUCT's figures are the ones to begin with. */
export const deadlinesSchema = v.object({
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  urgentOnSite: minutes,
  ordinaryRepair: minutes,
  complaintFirstAnswer: minutes,
  majorToLeader: minutes,
  defect: minutes,
  hazard: minutes,
})

export type Deadlines = Immutable<v.InferOutput<typeof deadlinesSchema>>

/** A residential estate the company serves (小区). */
export const communitySchema = v.object({
  id: communityIdSchema,
  name: lineSchema(60),
  zone: timeZoneSchema,
  address: v.pipe(v.string(), v.maxLength(200)),
  deadlines: deadlinesSchema,
  /** Ready phrases staff may tap instead of typing. */
  phrases: v.pipe(v.array(lineSchema(80)), v.maxLength(60)),
  /** Whom the desk names as leader for major matters. */
  leader: v.nullable(staffIdSchema),
})

export type Community = Immutable<v.InferOutput<typeof communitySchema>>

const acts = {
  found: v.object({ act: v.literal('found'), community: communitySchema }),
  configure: v.object({ act: v.literal('configure'), community: communitySchema }),
}

export type CommunityAct = Immutable<
  v.InferOutput<typeof acts.found> | v.InferOutput<typeof acts.configure>
>

export const communityKind: RecordKind<Community, CommunityAct> = {
  kind: 'Community',
  record: communitySchema,
  acts,
  creates: ['found'],
  apply: (record, act, context) => {
    if (act.community.id !== context.record) return malformed
    if (act.act === 'found' && record) return applied(record)
    return applied(act.community)
  },
  scopeOf: (record) => communityScope(record.id),
  settledAt: () => null,
  about: () => [],
  photosOf: () => [],
}
