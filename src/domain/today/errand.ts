import type { StaffId } from '../id'
import type { Instant } from '../instant'
import type { Standing } from './standing'

/** What the end of a day asks of a person: 下班核对 · 待接班. */
export interface Errand {
  /** `wrap-up/…`, `handover/…`: one matter, one key. */
  readonly key: string
  readonly what: 'wrapUp' | 'takeOver'
  /** Where it is done. */
  readonly to: string
  readonly standing: Standing
  readonly at: Instant | null
  /** Whom it comes from; null where it is one's own. */
  readonly by: StaffId | null
  readonly count: number
  /** The community's name, for whoever works in several. */
  readonly where: string
}
