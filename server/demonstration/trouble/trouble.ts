import type { Scene } from '../album'

/** Who puts a matter right. */
export type Trade = 'engineer' | 'cleaner' | 'gardener' | 'security' | 'steward'

/** Something that goes wrong at a stop now and then, as staff would write it down. */
export interface Trouble {
  /** `checklist.item` */
  readonly at: string
  readonly words: readonly string[]
  readonly scene: Scene
  /** How often in a thousand looks. */
  readonly share: number
  readonly trade: Trade
  /** What usually becomes of it. */
  readonly end: 'spot' | 'ticket' | 'watch'
  /** What was done, said when it is put right. */
  readonly done: readonly string[]
  /** Days from the ticket to its end, about. */
  readonly days?: number
  /** The answer, where it is no 异常: an option or a reading outside its limits. */
  readonly value?: string | number
  /** What the follow-up question is answered. */
  readonly follow?: readonly [item: string, option: string]
  /** Parts it may have to wait for. */
  readonly parts?: string
}
