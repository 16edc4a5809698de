import type { NameId } from '../../src/domain/id'
import type { Instant } from '../../src/domain/instant'

/** What acceptance needs of the outside world. */
export interface AcceptanceServices {
  readonly now: () => Instant
  /** A random word that tells one history from another. */
  readonly newMark: () => string
  readonly nameId: NameId
}
