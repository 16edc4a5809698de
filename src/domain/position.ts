import * as v from 'valibot'
import { changeIdSchema, staffIdSchema } from './id'
import type { Immutable } from './immutable'
import { instantSchema } from './instant'

const latitude = v.pipe(v.number(), v.minValue(-90), v.maxValue(90))
const longitude = v.pipe(v.number(), v.minValue(-180), v.maxValue(180))
const accuracy = v.pipe(v.number(), v.minValue(0), v.maxValue(1_000_000))

/** [CI1] How near counts as being there, outdoors, in metres. */
export const WITHIN = 30

/** [CI6] What somebody who stood at the point measured: several fixes, and how far off they may be. */
const spotMeasured = {
  latitude,
  longitude,
  within: v.pipe(v.number(), v.integer(), v.minValue(5), v.maxValue(2_000)),
  accuracy,
  fixes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60)),
}
export const locateSchema = v.object({ act: v.literal('locate'), ...spotMeasured })

/** Where a point is, and how near counts as being there (点位坐标), WGS 84. */
export const pointPositionSchema = v.object({
  ...{ latitude, longitude, within: spotMeasured.within },
  /** Absent where somebody wrote the position down. */
  measured: v.optional(
    v.object({
      ...{ accuracy, fixes: spotMeasured.fixes },
      ...{ at: instantSchema, by: staffIdSchema, change: changeIdSchema },
    }),
  ),
})
export type PointPosition = Immutable<v.InferOutput<typeof pointPositionSchema>>

/** Where a phone took itself to be (定位), and how far off that may be, in metres. */
export const fixSchema = v.object({
  latitude,
  longitude,
  accuracy,
  /** Metres from the point's own position, as known then; null where it has none. */
  distance: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0))),
})
export type Fix = Immutable<v.InferOutput<typeof fixSchema>>

interface Spot {
  readonly latitude: number
  readonly longitude: number
}

const EARTH_RADIUS = 6_371_000
const radians = (degrees: number) => (degrees * Math.PI) / 180

/** The way along the ground between two spots, in whole metres (haversine). */
export const metresBetween = (from: Spot, to: Spot): number => {
  const north = Math.sin(radians(to.latitude - from.latitude) / 2) ** 2
  const east = Math.sin(radians(to.longitude - from.longitude) / 2) ** 2
  const along = Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * east
  return Math.round(2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(north + along))))
}

/** Where a phone took itself to be, with the way to the point where that says where it is. */
export const fixOf = (found: Omit<Fix, 'distance'>, own: PointPosition | undefined): Fix => {
  const { latitude, longitude, accuracy } = found
  const distance = own ? metresBetween(own, { latitude, longitude }) : null
  return { latitude, longitude, accuracy, distance }
}

/** Beyond this a phone is more likely mistaken than its holder. */
const FAR = 1_000

/** There · a little away · so far that the phone itself is in doubt. */
export type Nearness = 'here' | 'away' | 'far'

/** [CI2] A fix is only believed to be off by as much again as the point allows, in whole metres. */
export const reachOf = (within: number, accuracy: number): number =>
  within + Math.round(Math.min(accuracy, within))

/** [CI2] Said, never refused. */
export const nearness = (distance: number, accuracy: number, within: number): Nearness => {
  if (distance <= reachOf(within, accuracy)) return 'here'
  return distance <= FAR ? 'away' : 'far'
}

type Found = Omit<Fix, 'distance'>
const DEGREE_PARTS = 1_000_000

/**
 * [CI6] Several fixes of one spot as one, the surer counting for more. It is called no surer than the
 * surest of them, nor than they lie apart. Null of none.
 */
export const meanOf = (fixes: readonly Found[]): Found | null => {
  if (fixes.length === 0) return null
  const weights = fixes.map((fix) => 1 / Math.max(fix.accuracy, 1) ** 2)
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  const mean = (of: (fix: Found) => number) =>
    fixes.reduce((sum, fix, index) => sum + of(fix) * (weights[index] ?? 0), 0) / all
  const tidy = (degrees: number) => Math.round(degrees * DEGREE_PARTS) / DEGREE_PARTS
  const spot = {
    latitude: tidy(mean((fix) => fix.latitude)),
    longitude: tidy(mean((fix) => fix.longitude)),
  }
  const surest = Math.min(...fixes.map((fix) => fix.accuracy))
  const apart = mean((fix) => metresBetween(spot, fix))
  return { ...spot, accuracy: Math.round(Math.max(surest, apart)) }
}
