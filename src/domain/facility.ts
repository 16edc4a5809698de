import * as v from 'valibot'
import { communityIdSchema } from './community'
import { idSchema } from './id'
import type { Immutable } from './immutable'
import { placeIdSchema } from './place'
import { applied, malformed, type RecordKind } from './record-kind'
import { communityScope } from './scope'
import { lineSchema } from './text'

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

/** A shared installation or machine (设施 / 设备). */
export const facilitySchema = v.object({
  id: facilityIdSchema,
  community: communityIdSchema,
  place: placeIdSchema,
  name: lineSchema(60),
  system: v.picklist(FACILITY_SYSTEMS),
  maker: v.pipe(v.string(), v.maxLength(80)),
  model: v.pipe(v.string(), v.maxLength(80)),
  state: v.picklist(['inUse', 'down', 'outOfService', 'scrapped']),
})

export type Facility = Immutable<v.InferOutput<typeof facilitySchema>>

const acts = {
  install: v.object({ act: v.literal('install'), facility: facilitySchema }),
  amend: v.object({ act: v.literal('amend'), facility: facilitySchema }),
}

export type FacilityAct = Immutable<
  v.InferOutput<typeof acts.install> | v.InferOutput<typeof acts.amend>
>

export const facilityKind: RecordKind<Facility, FacilityAct> = {
  kind: 'Facility',
  record: facilitySchema,
  acts,
  creates: ['install'],
  apply: (record, act, context) => {
    if (act.facility.id !== context.record) return malformed
    if (act.act === 'install' && record) return applied(record)
    return applied(act.facility)
  },
  scopeOf: (record) => communityScope(record.community),
  settledAt: () => null,
  about: (record) => [record.place],
  photosOf: () => [],
}
