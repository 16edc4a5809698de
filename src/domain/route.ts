import * as v from 'valibot'
import { checkpointIdSchema } from './checkpoint'
import { communityIdSchema } from './community'
import { idSchema } from './id'
import type { Immutable } from './immutable'
import { applied, malformed, type RecordKind } from './record-kind'
import { communityScope } from './scope'
import { lineSchema } from './text'

export const routeIdSchema = idSchema('RouteId')
export type RouteId = v.InferOutput<typeof routeIdSchema>

/** The checkpoints of a patrol in walking order (路线). */
export const routeSchema = v.object({
  id: routeIdSchema,
  community: communityIdSchema,
  name: lineSchema(60),
  order: v.picklist(['fixed', 'any']),
  stops: v.pipe(v.array(checkpointIdSchema), v.minLength(1), v.maxLength(120)),
})

export type Route = Immutable<v.InferOutput<typeof routeSchema>>

const acts = {
  draw: v.object({ act: v.literal('draw'), route: routeSchema }),
  amend: v.object({ act: v.literal('amend'), route: routeSchema }),
}

export type RouteAct = Immutable<v.InferOutput<typeof acts.draw> | v.InferOutput<typeof acts.amend>>

export const routeKind: RecordKind<Route, RouteAct> = {
  kind: 'Route',
  record: routeSchema,
  acts,
  creates: ['draw'],
  apply: (record, act, context) => {
    if (act.route.id !== context.record) return malformed
    if (act.act === 'draw' && record) return applied(record)
    return applied(act.route)
  },
  scopeOf: (record) => communityScope(record.community),
  settledAt: () => null,
  about: (record) => record.stops,
  photosOf: () => [],
}
