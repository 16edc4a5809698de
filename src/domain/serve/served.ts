import * as v from 'valibot'
import { idSchema } from '../id'
import type { Immutable } from '../immutable'
import { placeIdSchema } from '../place'
import { isSame } from '../same'

const level = v.pipe(v.number(), v.integer(), v.minValue(-9), v.maxValue(200))

/** [FA20] One thing a facility serves (服务范围): a place, of it some levels, or another facility. */
export const servedSchema = v.variant('kind', [
  v.object({
    kind: v.literal('place'),
    place: placeIdSchema,
    /** The lowest and the highest level; null where it is not bounded there. */
    from: v.nullable(level),
    to: v.nullable(level),
  }),
  v.object({ kind: v.literal('facility'), facility: idSchema('FacilityId') }),
])
export type Served = Immutable<v.InferOutput<typeof servedSchema>>

export const MOST_SERVED = 200
export const servesSchema = v.pipe(v.array(servedSchema), v.maxLength(MOST_SERVED))

/** Whether its levels run upwards. */
export const isUpright = (served: Served): boolean =>
  served.kind === 'facility' ||
  served.from === null ||
  served.to === null ||
  served.from <= served.to

/** [FA21] What two people add both stands; what is added twice is there once. */
export const changeServed = (
  held: readonly Served[],
  add: readonly Served[],
  drop: readonly Served[],
): readonly Served[] => {
  const isIn = (all: readonly Served[], one: Served) => all.some((each) => isSame(each, one))
  const kept = held.filter((each) => !isIn(drop, each))
  const added: Served[] = []
  for (const each of add) if (!isIn(kept, each) && !isIn(added, each)) added.push(each)
  return [...kept, ...added]
}
