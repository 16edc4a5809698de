import type { Instant } from '../domain/instant'

/** shape: it reads, but is not what it was written as · unread: the browser cannot give it any more. */
export type Damage = 'shape' | 'unread'

/** [ST12] Something kept here that no longer reads, as it was found. */
export interface DamagedItem {
  /** Its table and its key in there. */
  readonly key: string
  readonly table: string
  readonly why: Damage
  readonly at: Instant
  /** The scope it was of, where that could still be read. */
  readonly scope: string | null
  readonly raw: unknown
}
