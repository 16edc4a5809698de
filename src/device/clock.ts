import type { Instant } from '../domain/instant'

/** The phone's own clock; what it is off by is measured against the server's. */
export const now = (): Instant => Date.now()
