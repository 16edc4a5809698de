import type { TicketKind } from '../../../src/domain/ticket/ticket'
import type { Scene } from '../album'
import type { Trade } from '../trouble/trouble'

/** Something owners bring up again and again, and how such a matter goes. */
export interface OwnerMatter {
  readonly kind: TicketKind
  readonly title: string
  readonly words: readonly string[]
  /** How often, against the others. */
  readonly weight: number
  /** Who handles it; `desk` means whoever took it answers it. */
  readonly trade: Trade | 'desk'
  /** What is said to the owner first. */
  readonly answer: string
  readonly done: string
  /** Hours from first to last. */
  readonly hours: number
  readonly scene?: Scene
  readonly urgent?: boolean
  readonly major?: boolean
  readonly parts?: boolean
}
