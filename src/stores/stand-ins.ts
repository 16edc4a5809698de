import { computed } from 'vue'
import type { Instant } from '../domain/instant'
import { notOver } from '../domain/stand-in'
import type { Account, Duty } from './accounts'
import { usePhone } from './phone'

/** One duty held in a colleague's place, told from either side. */
export interface StandInLine {
  readonly key: string
  /** The other of the two. */
  readonly staff: string
  readonly name: string
  readonly duty: Duty
  readonly isNow: boolean
  readonly from: Instant
  readonly until: Instant
}

/** [AC13] For whom somebody stands in, and who stands in for them; now and to come, the next first. */
export const useStandIns = (account: () => Account, accounts: () => readonly Account[]) => {
  const { tick } = usePhone()
  const linesOf = (
    of: Account,
    isMeant: (whom: string) => boolean,
    other: (whom: string) => Account | undefined,
  ): readonly StandInLine[] =>
    notOver(of.grants, tick.value).flatMap((duty) => {
      const { standIn, role, community } = duty
      if (!standIn || !isMeant(standIn.for)) return []
      const { from, until } = standIn
      const key = `${of.staff}/${standIn.for}/${role}/${community}/${from}/${until}`
      const whom = other(standIn.for)
      const told = { staff: whom?.staff ?? '', name: whom?.name ?? '' }
      return [{ key, ...told, duty, isNow: from <= tick.value, from, until }]
    })
  const inOrder = (lines: readonly StandInLine[]) => [...lines].sort((a, b) => a.from - b.from)
  const byStaff = (staff: string) => accounts().find((each) => each.staff === staff)
  return {
    held: computed(() => inOrder(linesOf(account(), () => true, byStaff))),
    covering: computed(() =>
      inOrder(
        accounts()
          .filter(({ closedAt }) => closedAt === null)
          .flatMap((each) =>
            linesOf(
              each,
              (whom) => whom === account().staff,
              () => each,
            ),
          ),
      ),
    ),
  }
}
