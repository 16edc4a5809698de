import type { Instant } from '../domain/instant'
import type { ChangeId } from '../domain/id'
import type { Outcome } from '../protocol/outcome'
import type { Change } from '../protocol/change'

/**
 * waiting: not answered yet · settled: answered, its row not here yet · parked: the server waits for
 * its record · refused: kept and shown until a person decides · putAway: they decided, or said it anew;
 * kept, and can be taken back.
 */
export type OutboxState = 'waiting' | 'settled' | 'parked' | 'refused' | 'putAway'

/** An act on its way, in the order people did things. */
export interface OutboxItem {
  readonly order: number
  readonly key: string
  readonly state: OutboxState
  readonly change: Change
  /** It made the call itself fail: a stand-in goes in its place. */
  readonly withdrawn: boolean
  readonly outcome: Outcome | null
  /** [ST12] It belongs with one that no longer reads: without that it does not go up. */
  readonly isTorn?: boolean
  /** [EX1] When it was last put into a file. */
  readonly exportedAt?: Instant
  /** When the server said last that it waits for its record. */
  readonly parkedAt?: Instant
  /** [EX9] Its person got rid of it; until it goes it can be taken back. */
  readonly discardedAt?: Instant
  /** What was said in its place, once it was. */
  readonly replacedBy?: ChangeId
}

/** What was settled, kept a while in case the server forgets. */
export interface JournalItem {
  readonly id: string
  readonly order: number
  readonly key: string
  readonly version: number
  readonly settledAt: number
  readonly change: Change
  readonly outcome: Outcome
}
