import * as v from 'valibot'
import {
  clockSettingsSchema,
  deadlineFields,
  timingSchema,
  type ClockSettings,
} from './clock/timing'
import { dayEndSchema } from './day-end'
import { idSchema, staffIdSchema } from './id'
import type { Immutable } from './immutable'
import {
  applied,
  malformed,
  noted,
  type ActContext,
  type Applied,
  type RecordKind,
} from './record-kind'
import { communityScope } from './scope'
import { tellingSchema } from './telling'
import { timeZoneSchema } from './time-zone'
import { lineSchema } from './text'
import { topicSchema } from './topic'

export const communityIdSchema = idSchema('CommunityId')
export type CommunityId = v.InferOutput<typeof communityIdSchema>

/** Deadlines in minutes, each editable per community; PRODUCT's figures are the ones to begin with. */
export const deadlinesSchema = v.object({
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  ...deadlineFields,
})

/** A residential estate the company serves (小区). */
export const communitySchema = v.object({
  id: communityIdSchema,
  name: lineSchema(60),
  zone: timeZoneSchema,
  address: v.pipe(v.string(), v.maxLength(200)),
  deadlines: deadlinesSchema,
  /** The clocks besides, the working calendar, and who is told when one runs out. */
  timing: timingSchema,
  /** Ready phrases staff may tap instead of typing. */
  phrases: v.pipe(v.array(lineSchema(80)), v.maxLength(60)),
  /** Ready words for telling owners; absent while the community has written none of its own. */
  tellings: v.optional(v.pipe(v.array(tellingSchema), v.maxLength(60))),
  /** Whom the desk names as leader for major matters. */
  leader: v.nullable(staffIdSchema),
  /** When the wrap-up is asked for, and the posts things are handed to, where they are not the usual. */
  dayEnd: v.optional(dayEndSchema),
  /** [IN4] Beside the seven sorts of complaint everybody has. */
  topics: v.optional(v.pipe(v.array(topicSchema), v.maxLength(30))),
  /** [MJ1] What makes a matter major, where the company has its own list. */
  majorReasons: v.optional(v.pipe(v.array(lineSchema(60)), v.minLength(1), v.maxLength(20))),
})

export type Community = Immutable<v.InferOutput<typeof communitySchema>>

const acts = {
  found: v.object({ act: v.literal('found'), community: communitySchema }),
  configure: v.object({ act: v.literal('configure'), community: communitySchema }),
  /** The figures, the calendar and the escalation, from the version its author saw. */
  setClocks: v.object({
    ...{ act: v.literal('setClocks'), settings: clockSettingsSchema },
    seen: v.pipe(v.number(), v.integer(), v.minValue(1)),
  }),
}

export type CommunityAct = Immutable<v.InferOutput<(typeof acts)[keyof typeof acts]>>

const CHANGES_KEPT = 12

export const clockSettingsOf = ({ deadlines, timing }: Community): ClockSettings => {
  const { version: _version, ...minutes } = deadlines
  const { changed: _changed, ...rest } = timing
  return { deadlines: minutes, ...rest }
}

/** [CK5] Set from the version that stands, it stands; from another, it is kept beside and noted. */
const setClocks = (
  community: Community,
  { settings, seen }: Extract<CommunityAct, { act: 'setClocks' }>,
  { at, by, change }: ActContext,
): Applied<Community> => {
  const { deadlines, timing } = community
  if (timing.changed.some((each) => each.change === change)) return applied(community)
  const stands = seen === deadlines.version
  const kept = { change, at, by, stands, settings: stands ? clockSettingsOf(community) : settings }
  const changed = [...timing.changed, kept].slice(-CHANGES_KEPT)
  if (!stands) return noted({ ...community, timing: { ...timing, changed } }, 'came-too-late')
  const { deadlines: minutes, ...rest } = settings
  return applied({
    ...community,
    deadlines: { version: deadlines.version + 1, ...minutes },
    timing: { ...rest, changed },
  })
}

export const communityKind: RecordKind<Community, CommunityAct> = {
  kind: 'Community',
  record: communitySchema,
  acts,
  creates: ['found'],
  apply: (record, act, context) => {
    if (act.act === 'setClocks') return record ? setClocks(record, act, context) : malformed
    if (act.community.id !== context.record) return malformed
    if (act.act === 'found' && record) return applied(record)
    return applied(act.community)
  },
  scopeOf: (record) => communityScope(record.id),
  settledAt: () => null,
  about: () => [],
  photosOf: () => [],
}
