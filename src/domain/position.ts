import * as v from 'valibot'
import type { Immutable } from './immutable'

const latitude = v.pipe(v.number(), v.minValue(-90), v.maxValue(90))
const longitude = v.pipe(v.number(), v.minValue(-180), v.maxValue(180))

/** [CI1] How near counts as being there, outdoors, in metres. */
export const WITHIN = 30

/** Where a point is, and how near counts as being there (点位坐标), WGS 84. */
export const pointPositionSchema = v.object({
  latitude,
  longitude,
  within: v.pipe(v.number(), v.integer(), v.minValue(5), v.maxValue(2_000)),
})
export type PointPosition = Immutable<v.InferOutput<typeof pointPositionSchema>>

/** Where a phone took itself to be (定位), and how far off that may be, in metres. */
export const fixSchema = v.object({
  latitude,
  longitude,
  accuracy: v.pipe(v.number(), v.minValue(0), v.maxValue(1_000_000)),
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
