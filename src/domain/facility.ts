import * as v from 'valibot'
import { calendarDaySchema } from './calendar-day'
import { communityIdSchema } from './community'
import { changeIdSchema, idSchema } from './id'
import type { Immutable } from './immutable'
import { instantSchema } from './instant'
import { photoSchema } from './photo'
import { placeIdSchema } from './place'
import { servesSchema } from './serve/served'
import { lineSchema, reasonSchema } from './text'
import { entryBase } from './thread'
import { tokenSchema, withdrawnTokenSchema } from './token'

export const facilityIdSchema = idSchema('FacilityId')
export type FacilityId = v.InferOutput<typeof facilityIdSchema>

export const FACILITY_SYSTEMS = [
  'lift',
  'waterSupply',
  'drainage',
  'fire',
  'power',
  'lighting',
  'gas',
  'security',
  'access',
  'landscape',
  'playground',
  'sanitation',
] as const

export const FACILITY_STATES = ['inUse', 'down', 'outOfService', 'scrapped'] as const
export type FacilityState = (typeof FACILITY_STATES)[number]

const shortSchema = v.pipe(v.string(), v.maxLength(80))
const picturesSchema = v.pipe(v.array(photoSchema), v.maxLength(6))

/** How often it is maintained, and by whom (维保). */
const maintenanceSchema = v.object({
  contractor: lineSchema(80),
  every: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(366)),
  unit: v.picklist(['day', 'month']),
})
export type MaintenancePlan = Immutable<v.InferOutput<typeof maintenanceSchema>>

/** That somebody who may has inspected it, until when (检验合格证). */
const certificateSchema = v.object({
  number: shortSchema,
  expiresOn: calendarDaySchema,
  photos: picturesSchema,
})
export type Certificate = Immutable<v.InferOutput<typeof certificateSchema>>

/** What is written down of it; each part is amended by itself. */
export const facilityFields = {
  place: placeIdSchema,
  name: lineSchema(60),
  system: v.picklist(FACILITY_SYSTEMS),
  maker: shortSchema,
  model: shortSchema,
  serial: shortSchema,
  installedOn: v.nullable(calendarDaySchema),
  warrantyUntil: v.nullable(calendarDaySchema),
  photos: picturesSchema,
  certificate: v.nullable(certificateSchema),
  maintenance: v.nullable(maintenanceSchema),
  nextMaintenanceOn: v.nullable(calendarDaySchema),
}
export type FacilityFields = Immutable<{
  readonly [Name in keyof typeof facilityFields]: v.InferOutput<(typeof facilityFields)[Name]>
}>
export const FACILITY_FIELDS = Object.keys(facilityFields) as readonly (keyof FacilityFields)[]

/** As it is when it is written down first. */
export const installedSchema = v.object({
  id: facilityIdSchema,
  community: communityIdSchema,
  ...facilityFields,
  state: v.picklist(FACILITY_STATES),
  /** [FA20] Changed by `serve` alone; absent where nobody said. */
  serves: v.optional(servesSchema),
})

/** One came into use, broke, was taken out of use or scrapped; taken back, it says by whom. */
const stateEntrySchema = v.object({
  ...entryBase,
  was: v.picklist(FACILITY_STATES),
  state: v.picklist(FACILITY_STATES),
  why: reasonSchema,
  /** When it happened, where that was before it was written down. */
  since: v.nullable(instantSchema),
  /** It no longer was what its author saw: kept as what it was. */
  isLate: v.boolean(),
  undone: v.nullable(v.object(entryBase)),
})
export type StateEntry = Immutable<v.InferOutput<typeof stateEntrySchema>>

/** A shared installation or machine (设施 / 设备). */
export const facilitySchema = v.object({
  ...installedSchema.entries,
  stamps: v.record(v.string(), v.object(entryBase)),
  /** Of two who set the same part, what the other meant; and where somebody chose. */
  kept: v.array(v.object({ ...entryBase, part: v.string(), value: v.unknown() })),
  settled: v.array(v.object({ ...entryBase, of: changeIdSchema, part: v.string() })),
  states: v.array(stateEntrySchema),
  /** [FA10] The last day it was maintained on, as one of ours confirmed. */
  maintainedOn: v.nullable(calendarDaySchema),
  /** What its label says; null while it has none. */
  token: v.nullable(tokenSchema),
  /** Labels that no longer count, and why; null where two gave it one at the same time. */
  withdrawn: v.pipe(
    v.array(v.object({ ...withdrawnTokenSchema.entries, reason: v.nullable(lineSchema(120)) })),
    v.maxLength(100),
  ),
})

export type Facility = Immutable<v.InferOutput<typeof facilitySchema>>
