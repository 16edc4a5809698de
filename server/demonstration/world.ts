import type { Community } from '../../src/domain/community'
import type { Form } from '../../src/domain/form/form'
import type { Instant } from '../../src/domain/instant'
import type { Album } from './album'
import type { Chance } from './chance'
import type { Planning } from './planning'
import type { Hand, Timeline } from './timeline'
import type { Trade } from './trouble/trouble'

const TRADES: Readonly<Record<Trade, readonly string[]>> = {
  engineer: ['zhaoqiang', 'hetao'],
  cleaner: ['tianlan', 'guoyan'],
  gardener: ['luolin'],
  security: ['wujun', 'chengbo', 'mahui'],
  steward: ['limin', 'sunjia'],
}

interface WorldParts {
  readonly community: Community
  readonly planning: Planning
  readonly forms: readonly Form[]
  readonly chance: Chance
  readonly timeline: Timeline
  readonly album: Album
  readonly began: Instant
  readonly hands: ReadonlyMap<string, Hand>
}

/** What every teller of the demonstration's past has at hand. */
export class World {
  readonly community: Community
  readonly planning: Planning
  readonly forms: readonly Form[]
  readonly chance: Chance
  readonly timeline: Timeline
  readonly album: Album
  readonly began: Instant
  readonly #hands: ReadonlyMap<string, Hand>

  constructor(parts: WorldParts) {
    this.community = parts.community
    this.planning = parts.planning
    this.forms = parts.forms
    this.chance = parts.chance
    this.timeline = parts.timeline
    this.album = parts.album
    this.began = parts.began
    this.#hands = parts.hands
  }

  get now(): Instant {
    return this.timeline.now
  }

  get zone(): string {
    return this.community.zone
  }

  hand(account: string): Hand {
    const hand = this.#hands.get(account)
    if (!hand) throw new Error(`Nobody is called ${account}`)
    return hand
  }

  /** Somebody of the trade, rather not the one named. */
  handler(trade: Trade, rather: Hand): Hand {
    const hands = TRADES[trade].map((account) => this.hand(account))
    const others = hands.filter((hand) => hand !== rather)
    return this.chance.pick(others.length > 0 ? others : hands)
  }
}
