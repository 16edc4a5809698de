import * as v from 'valibot'

/** Milliseconds since 1970 UTC. */
export type Instant = number

export const instantSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

export const SECOND = 1_000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
