import * as v from 'valibot'
import { staffIdSchema } from './id'
import type { Immutable } from './immutable'
import { instantSchema, type Instant } from './instant'

/** For whom a colleague stands in (顶班、代班), and how long: from an instant, until before another. */
export const standInSchema = v.pipe(
  v.object({ for: staffIdSchema, from: instantSchema, until: instantSchema }),
  v.check(({ from, until }) => from < until),
)
export type StandIn = Immutable<v.InferOutput<typeof standInSchema>>

/** A duty; without `standIn` it is one's own. */
interface Duty {
  readonly standIn?: StandIn | undefined
}

/** [AC10] What counts at an instant: one's own, and what one stands in for just then. */
export const inForce = <Kind extends Duty>(duties: readonly Kind[], at: Instant): readonly Kind[] =>
  duties.filter(({ standIn }) => !standIn || (standIn.from <= at && at < standIn.until))

/** [AC11] Without what is over: it ends by itself, and nobody takes it away. */
export const notOver = <Kind extends Duty>(duties: readonly Kind[], at: Instant): readonly Kind[] =>
  duties.filter(({ standIn }) => !standIn || at < standIn.until)

/** When what counts changes next by itself; null where it never does. */
export const nextEdge = (duties: readonly Duty[], at: Instant): Instant | null =>
  duties
    .flatMap(({ standIn }) => (standIn ? [standIn.from, standIn.until] : []))
    .reduce<Instant | null>(
      (least, edge) => (edge > at && (least === null || edge < least) ? edge : least),
      null,
    )
