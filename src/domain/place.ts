import * as v from 'valibot'
import { communityIdSchema } from './community'
import { idSchema } from './id'
import type { Immutable } from './immutable'
import { applied, malformed, noted, type RecordKind } from './record-kind'
import { communityScope } from './scope'
import { lineSchema } from './text'
import { entryBase, entryOf } from './thread'
import { isSame } from './same'

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
  /** [PL5] Laid by mistake and taken away again: drawn and offered nowhere. */
  withdrawn: v.optional(v.object(entryBase)),
}

/** What a home is used as (用途). */
export const USES = ['dwelling', 'villa', 'shop', 'office', 'garage', 'storage'] as const

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
    use: v.optional(v.picklist(USES)),
    /** In square metres (建筑面积). */
    area: v.optional(v.pipe(v.number(), v.gtValue(0), v.maxValue(100_000))),
    /** 三室两厅, as the papers say it (户型). */
    layout: v.optional(lineSchema(30)),
  }),
  v.object({ ...base, kind: v.literal('area'), level: v.nullable(level) }),
])

export type Place = Immutable<v.InferOutput<typeof placeSchema>>

const acts = {
  lay: v.object({ act: v.literal('lay'), place: placeSchema }),
  amend: v.object({ act: v.literal('amend'), place: placeSchema }),
  /** `seen` is the place as it was laid: one somebody changed since stays. */
  withdraw: v.object({ act: v.literal('withdraw'), seen: placeSchema }),
}

export type PlaceAct = Immutable<
  { [Name in keyof typeof acts]: v.InferOutput<(typeof acts)[Name]> }[keyof typeof acts]
>

export const placeKind: RecordKind<Place, PlaceAct> = {
  kind: 'Place',
  record: placeSchema,
  acts,
  creates: ['lay'],
  apply: (record, act, context) => {
    if (act.act === 'withdraw') {
      if (!record || act.seen.id !== context.record) return malformed
      if (record.withdrawn?.change === context.change) return applied(record)
      if (record.withdrawn) return noted(record, 'already-voided')
      if (!isSame(record, act.seen)) return noted(record, 'came-too-late')
      return applied({ ...record, withdrawn: entryOf(context) })
    }
    if (act.place.id !== context.record) return malformed
    if (act.act === 'lay' && record && !record.withdrawn) return applied(record)
    return applied(act.place)
  },
  scopeOf: (record) => communityScope(record.community),
  settledAt: () => null,
  about: (record) => (record.within ? [record.within] : []),
  photosOf: () => [],
}
