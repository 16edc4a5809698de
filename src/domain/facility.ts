import * as v from 'valibot'
import { communityIdSchema } from './community'
import { idSchema } from './id'
import type { Immutable } from './immutable'
import { placeIdSchema } from './place'
import { applied, malformed, type RecordKind } from './record-kind'
import { communityScope } from './scope'
import { changeServed, isUpright, MOST_SERVED, servesSchema } from './serve/served'
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
  /** [FA20] Changed by `serve` alone; absent where nobody said. */
  serves: v.optional(servesSchema),
})

export type Facility = Immutable<v.InferOutput<typeof facilitySchema>>

const acts = {
  install: v.object({ act: v.literal('install'), facility: facilitySchema }),
  amend: v.object({ act: v.literal('amend'), facility: facilitySchema }),
  /** [FA21] What it serves besides, and what no longer. */
  serve: v.object({ act: v.literal('serve'), add: servesSchema, drop: servesSchema }),
}

export type FacilityAct = Immutable<
  { [Name in keyof typeof acts]: v.InferOutput<(typeof acts)[Name]> }[keyof typeof acts]
>

type ServeAct = Extract<FacilityAct, { act: 'serve' }>

const serve = (record: Facility | null, { add, drop }: ServeAct) => {
  const isItself = add.some((each) => each.kind === 'facility' && each.facility === record?.id)
  if (!record || isItself || !add.every(isUpright)) return malformed
  const serves = changeServed(record.serves ?? [], add, drop)
  return serves.length > MOST_SERVED ? malformed : applied({ ...record, serves })
}

export const facilityKind: RecordKind<Facility, FacilityAct> = {
  kind: 'Facility',
  record: facilitySchema,
  acts,
  creates: ['install'],
  apply: (record, act, context) => {
    if (act.act === 'serve') return serve(record, act)
    if (act.facility.id !== context.record) return malformed
    if (act.act === 'install' && record) return applied(record)
    return applied({ ...act.facility, ...(record?.serves && { serves: record.serves }) })
  },
  scopeOf: (record) => communityScope(record.community),
  settledAt: () => null,
  about: (record) => [record.place],
  photosOf: () => [],
}
