import { HOUR } from '../instant'
import type { OwnerVisit } from './owner-visit'
import { visitedAt } from './visited-at'

/** [VI17] Two colleagues stood at one door within the hour, and each wrote it down. */
const isOneGoing = (one: OwnerVisit, other: OwnerVisit): boolean =>
  one.home === other.home &&
  one.channel === 'door' &&
  other.channel === 'door' &&
  one.made.by !== other.made.by &&
  Math.abs(visitedAt(one) - visitedAt(other)) < HOUR

const earlierFirst = (one: OwnerVisit, other: OwnerVisit): number =>
  visitedAt(one) - visitedAt(other) || (one.id < other.id ? -1 : 1)

/** What came of it that says most, first. */
const WEIGHT = { met: 0, inspected: 1, moved: 2, refused: 3, notHome: 4 } as const
const byWeight = (one: OwnerVisit, other: OwnerVisit): number =>
  WEIGHT[one.result] - WEIGHT[other.result] || earlierFirst(one, other)

/** [VI17] The visits by how often somebody went, each once; in one, what says most comes first. */
export const goingsOf = (visits: readonly OwnerVisit[]): readonly (readonly OwnerVisit[])[] => {
  const goings: OwnerVisit[][] = []
  for (const visit of [...visits].sort(earlierFirst)) {
    const same = goings.find((going) => going.every((each) => isOneGoing(each, visit)))
    if (same) same.push(visit)
    else goings.push([visit])
  }
  return goings.map((going) => going.sort(byWeight))
}

/** Of each going the visit that says most. */
export const goneOnce = (visits: readonly OwnerVisit[]): readonly OwnerVisit[] =>
  visits.length < 2 ? visits : goingsOf(visits).flatMap((going) => going[0] ?? [])
