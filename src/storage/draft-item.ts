import type { Instant } from '../domain/instant'

/** Something begun and not yet made official. Only what makes it official removes it. */
export interface Draft {
  readonly key: string
  readonly value: unknown
  readonly at: Instant
}
