import type { StaffId } from '../id'
import type { Instant } from '../instant'
import type { PlaceId } from '../place'
import type { LetterAsks } from '../letter/turn'
import type { Escalated } from '../ticket/escalation'
import type { Ticket } from '../ticket/ticket'
import type { Standing } from './standing'

/** What asks for a person beside their own work: 下班核对 · 待接班 · 周报 · 周报待阅 · 报上来的 · 答复信 · 走访 · 预约 · 设施到期. */
export interface Errand {
  /** `wrap-up/…`, `handover/…`, `weekly-sheet/…`, `letter/…`, `ticket/…`: one matter, one key. */
  readonly key: string
  readonly what:
    | 'wrapUp'
    | 'takeOver'
    | 'weekly'
    | 'weeklyRead'
    | 'raised'
    | 'visits'
    | 'appointment'
    | 'facilities'
    | 'stopPlanned'
    | 'stopped'
    | LetterAsks
  /** Where it is done. */
  readonly to: string
  readonly standing: Standing
  readonly at: Instant | null
  /** Whom it comes from; null where it is one's own. */
  readonly by: StaffId | null
  readonly count: number
  /** The community's name, for whoever works in several. */
  readonly where: string
  /** [VI10] Whose door it is. */
  readonly home?: PlaceId
  /** [CK12] The ticket that came as far as this person: the clock that ran out, and who was told of it. */
  readonly raised?: {
    readonly ticket: Ticket
    readonly due: Instant
    readonly told: readonly Escalated[]
  }
}
