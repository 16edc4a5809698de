import * as v from 'valibot'
import {
  clockSettingsSchema,
  deadlineFields,
  timingSchema,
  type ClockSettings,
} from './clock/timing'
import {
  amendedSchema,
  amendSettings,
  CHANGES_OF_SETTINGS,
  ownSettings,
  settingEdits,
  settingFields,
  settingsOf,
  type CommunitySettings,
} from './community-settings'
import { idSchema } from './id'
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
import { timeZoneSchema } from './time-zone'
import { lineSchema } from './text'

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
  /** What it says of its own work; absent while it goes by what is usual. */
  ...ownSettings,
  /** Whom the desk names as leader for major matters. */
  leader: settingFields.leader,
  /** [CS3] The last changes of these, with what was before; newest last. */
  amended: v.optional(v.pipe(v.array(amendedSchema), v.maxLength(CHANGES_OF_SETTINGS + 1))),
})

export type Community = Immutable<v.InferOutput<typeof communitySchema>>

const acts = {
  found: v.object({ act: v.literal('found'), community: communitySchema }),
  configure: v.object({ act: v.literal('configure'), community: communitySchema }),
  /** [CS1] What it says of its own work, each setting from what its author saw. */
  amend: v.object({ act: v.literal('amend'), fields: settingEdits }),
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

/** [CS2] Absent again where nothing of its own is said any more. */
const withSettings = (community: Community, fields: Partial<CommunitySettings>): Community => {
  const { leader, ...own } = { ...settingsOf(community), ...fields }
  const said = Object.entries(own).filter(([, value]) => value !== null)
  const { id, name, zone, address, deadlines, timing, phrases, amended } = community
  const base = { id, name, zone, address, deadlines, timing, phrases, leader }
  return { ...base, ...(amended ? { amended } : {}), ...Object.fromEntries(said) }
}

const amend = (
  community: Community,
  { fields: edits }: Extract<CommunityAct, { act: 'amend' }>,
  context: ActContext,
): Applied<Community> => {
  if (community.amended?.some((each) => each.change === context.change)) return applied(community)
  const { fields, amended, hasLost } = amendSettings(community, edits, context)
  const next = withSettings({ ...community, amended: [...amended] }, fields)
  return hasLost ? noted(next, 'field-lost') : applied(next)
}

/** [CS4] An app from before knew less than the community holds: what has an act of its own stays. */
const configure = (held: Community, given: Community): Community => {
  const isNewer = given.deadlines.version > held.deadlines.version
  const isAmended = held.amended?.some(({ was }) => 'leader' in was) ?? false
  const { name, zone, address, phrases } = given
  return {
    ...held,
    ...{ name, zone, address, phrases },
    leader: isAmended ? held.leader : given.leader,
    deadlines: isNewer ? given.deadlines : held.deadlines,
  }
}

export const communityKind: RecordKind<Community, CommunityAct> = {
  kind: 'Community',
  record: communitySchema,
  acts,
  creates: ['found'],
  apply: (record, act, context) => {
    if (act.act === 'setClocks') return record ? setClocks(record, act, context) : malformed
    if (act.act === 'amend') return record ? amend(record, act, context) : malformed
    if (act.community.id !== context.record) return malformed
    if (!record) return applied(act.community)
    return applied(act.act === 'found' ? record : configure(record, act.community))
  },
  scopeOf: (record) => communityScope(record.id),
  settledAt: () => null,
  about: () => [],
  photosOf: () => [],
}
