import * as v from 'valibot'
import { dayEndSchema } from './day-end'
import { changeIdSchema, staffIdSchema } from './id'
import type { Immutable } from './immutable'
import { instantSchema } from './instant'
import type { ActContext } from './record-kind'
import { isSame } from './same'
import { tellingSchema } from './telling'
import { lineSchema, reasonSchema } from './text'
import { topicSchema } from './topic'
import { visitRuleSchema } from './visit/visit-rule'

/** What a community says of its own work, each by itself; null where it goes by what is usual. */
export const settingFields = {
  /** [MJ2] To whom what is major goes, and who stands in for them (代理). */
  leader: v.nullable(staffIdSchema),
  substitute: v.nullable(staffIdSchema),
  /** [MJ1] What makes a matter major. */
  majorReasons: v.nullable(v.pipe(v.array(lineSchema(60)), v.minLength(1), v.maxLength(20))),
  /** [IN4] Beside the seven sorts of complaint everybody has, or one of them said anew. */
  topics: v.nullable(v.pipe(v.array(topicSchema), v.maxLength(30))),
  /** [WU5] When the wrap-up is asked for, and the posts things are handed to. */
  dayEnd: v.nullable(dayEndSchema),
  /** Ready words for telling owners. */
  tellings: v.nullable(v.pipe(v.array(tellingSchema), v.maxLength(60))),
  /** [LE2] How a letter to an owner begins. */
  letterTemplate: v.nullable(reasonSchema),
  /** [RP1] Within how many days the same trouble is a repeat. */
  repeatDays: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(7), v.maxValue(365))),
  /** [VI4] How often homes are visited, and the quiet hours. */
  visiting: v.nullable(visitRuleSchema),
}

type Optional = {
  readonly [Name in keyof typeof settingFields]: v.OptionalSchema<
    (typeof settingFields)[Name],
    undefined
  >
}
/** As a record carries them: each only where it is said. */
export const ownSettings = Object.fromEntries(
  Object.entries(settingFields).map(([name, value]) => [name, v.optional<v.GenericSchema>(value)]),
) as unknown as Optional

/** How many changes are kept with what was before; one more where the leader's is older. */
export const CHANGES_OF_SETTINGS = 8

export type CommunitySettings = Immutable<{
  readonly [Name in keyof typeof settingFields]: v.InferOutput<(typeof settingFields)[Name]>
}>
type SettingName = keyof CommunitySettings
/** Some of them, as a change names them. */
export type SomeSettings = { readonly [Name in SettingName]?: CommunitySettings[Name] | undefined }

const SETTINGS = Object.keys(settingFields) as readonly SettingName[]
const someSettings = v.object(ownSettings)

const edit = <Value extends v.GenericSchema>(value: Value) =>
  v.optional(v.object({ seen: value, meant: value }))

/** Of each setting meant: what its author saw, and what it is to be. */
export const settingEdits = v.object(
  Object.fromEntries(SETTINGS.map((name) => [name, edit(settingFields[name])])) as unknown as {
    readonly [Name in SettingName]: ReturnType<typeof edit<(typeof settingFields)[Name]>>
  },
)
export type SettingEdits = Immutable<v.InferOutput<typeof settingEdits>>

/** Who changed what, and what it was; of two who changed the same, what the other meant. */
export const amendedSchema = v.object({
  ...{ change: changeIdSchema, at: instantSchema, by: staffIdSchema },
  was: someSettings,
  lost: someSettings,
})
type Amended = Immutable<v.InferOutput<typeof amendedSchema>>

/** As a record carries them: absent is null. */
type Carries = SomeSettings & {
  readonly amended?: readonly Amended[] | undefined
}

export const settingsOf = (record: Carries): CommunitySettings =>
  Object.fromEntries(SETTINGS.map((name) => [name, record[name] ?? null])) as never

/** [CS4] The last change of the leader is kept however many came after it: it holds off an older app. */
const lastKept = (amended: readonly Amended[]): readonly Amended[] => {
  const last = amended.slice(-CHANGES_OF_SETTINGS)
  const led = amended.filter(({ was }) => 'leader' in was).at(-1)
  return led && !last.includes(led) ? [led, ...last] : last
}

interface Amending {
  readonly fields: Partial<CommunitySettings>
  readonly amended: readonly Amended[]
  readonly hasLost: boolean
}

/** [CS2] Each setting by itself: what moved since it was seen stays, and what was meant is kept beside it. */
export const amendSettings = (
  record: Carries,
  edits: SettingEdits,
  { change, at, by }: ActContext,
): Amending => {
  const held = settingsOf(record)
  const meant = SETTINGS.flatMap((name) => {
    const edited = edits[name]
    return edited && !isSame(edited.meant, held[name]) ? [{ name, ...edited }] : []
  })
  const standing = meant.filter(({ name, seen }) => isSame(seen, held[name]))
  const late = meant.filter((each) => !standing.includes(each))
  const entry = {
    ...{ change, at, by },
    was: Object.fromEntries(standing.map(({ name }) => [name, held[name]])),
    lost: Object.fromEntries(late.map((each) => [each.name, each.meant])),
  } as Amended
  const { amended = [] } = record
  return {
    fields: Object.fromEntries(standing.map((each) => [each.name, each.meant])),
    amended: meant.length > 0 ? lastKept([...amended, entry]) : amended,
    hasLost: late.length > 0,
  }
}
