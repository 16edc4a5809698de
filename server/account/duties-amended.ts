import type { Grant } from '../../src/domain/permission'
import { isSame } from '../../src/domain/same'

/** All but those that are among the others. */
export const without = (all: readonly Grant[], others: readonly Grant[]): readonly Grant[] =>
  all.filter((each) => !others.some((other) => isSame(each, other)))

/** Other duties: all of them named, or only those that come and go. */
interface DutiesMeant {
  readonly grants?: readonly Grant[] | undefined
  readonly give?: readonly Grant[] | undefined
  readonly take?: readonly Grant[] | undefined
}

/** [AC13] Given twice a duty is held once; taken twice it is gone. Nobody else’s change is written over. */
export const dutiesAmended = (
  held: readonly Grant[],
  { grants = held, give = [], take = [] }: DutiesMeant,
): readonly Grant[] =>
  give.length + take.length === 0 ? grants : [...without(grants, [...take, ...give]), ...give]
