import * as v from 'valibot'
import { communityIdSchema } from './community'
import { idSchema } from './id'
import type { Immutable } from './immutable'
import { applied, malformed, type RecordKind } from './record-kind'
import { communityScope } from './scope'
import { lineSchema } from './text'

export const placeIdSchema = idSchema('PlaceId')
export type PlaceId = v.InferOutput<typeof placeIdSchema>

const level = v.pipe(v.number(), v.integer(), v.minValue(-9), v.maxValue(200))

const base = {
  id: placeIdSchema,
  community: communityIdSchema,
  /** What it lies in: a unit in its entrance, an entrance in its building. */
  within: v.nullable(placeIdSchema),
  /** As people here say it, without its parents: `3栋`, `2单元`, `1501`, `消防泵房`. */
  label: lineSchema(60),
  /** Where it comes among its neighbours. */
  order: v.pipe(v.number(), v.integer()),
}

/** Who lives there, without saying who (自住 / 出租 / 空置). */
export const OCCUPANCIES = ['owner', 'let', 'vacant'] as const

/** Zone (期/区), Building (栋), Entrance (单元), Unit (房屋/户), common area (公共区域). */
export const placeSchema = v.variant('kind', [
  v.object({ ...base, kind: v.literal('zone') }),
  v.object({ ...base, kind: v.literal('building') }),
  v.object({ ...base, kind: v.literal('entrance') }),
  v.object({
    ...base,
    kind: v.literal('unit'),
    level,
    door: lineSchema(10),
    occupancy: v.picklist(OCCUPANCIES),
  }),
  v.object({ ...base, kind: v.literal('area'), level: v.nullable(level) }),
])

export type Place = Immutable<v.InferOutput<typeof placeSchema>>

const acts = {
  lay: v.object({ act: v.literal('lay'), place: placeSchema }),
  amend: v.object({ act: v.literal('amend'), place: placeSchema }),
}

export type PlaceAct = Immutable<v.InferOutput<typeof acts.lay> | v.InferOutput<typeof acts.amend>>

export const placeKind: RecordKind<Place, PlaceAct> = {
  kind: 'Place',
  record: placeSchema,
  acts,
  creates: ['lay'],
  apply: (record, act, context) => {
    if (act.place.id !== context.record) return malformed
    if (act.act === 'lay' && record) return applied(record)
    return applied(act.place)
  },
  scopeOf: (record) => communityScope(record.community),
  settledAt: () => null,
  about: (record) => (record.within ? [record.within] : []),
  photosOf: () => [],
}
