import type { StaffId } from '../id'
import type { Instant } from '../instant'
import type { Standing } from './standing'

/** What the end of a day or a week asks of a person: 下班核对 · 待接班 · 写周报 · 读周报. */
export interface Errand {
  /** `wrap-up/…`, `handover/…`, `weekly-sheet/…`: one matter, one key. */
  readonly key: string
  readonly what: 'wrapUp' | 'takeOver' | 'writeSheet' | 'readSheet'
  /** Where it is done. */
  readonly to: string
  readonly standing: Standing
  readonly at: Instant | null
  /** Whom it comes from; null where it is one's own. */
  readonly by: StaffId | null
  readonly count: number
}
