import type { CheckpointVisit } from '../domain/checkpoint-visit'
import type { Instant } from '../domain/instant'
import { isWalkerOf } from '../domain/planned'
import type { Round } from '../domain/round'
import { windowOf, type RoundDue } from '../domain/round-due'
import { judgeRound, mayBegin, roundEndOf, type RoundJudgement } from '../domain/round-judgement'
import { isRoundOf, stopsOf, type StopProgress } from '../domain/round-progress'
import type { Route } from '../domain/route'
import { firstLineOf } from '../domain/text'
import type { Person } from './phone'

/** A round as screens show it: what the plan asks, what was walked, how that is judged. */
export interface RoundView {
  readonly id: string
  readonly name: string
  /** As it was when the round began, else as the plan asks today. */
  readonly due: Pick<RoundDue, 'id' | 'day' | 'opensAt' | 'closesAt'>
  /** Null where the plan no longer asks for a round that was begun. */
  readonly planned: RoundDue | null
  readonly round: Round | null
  readonly route: Route | null
  readonly stops: readonly StopProgress[]
  readonly settled: number
  readonly judgement: RoundJudgement
  /** When it was over, by whoever ended it or by the last stop of the last part; null before. */
  readonly endedAt: Instant | null
  readonly isMine: boolean
}

/** Begun already, or about to open. */
export const isWalkable = ({ due, round }: RoundView, now: Instant): boolean =>
  (round?.startedAt ?? null) !== null || mayBegin(due, now)

interface Held {
  readonly routes: ReadonlyMap<string, Route>
  readonly rounds: ReadonlyMap<string, Round>
  readonly visits: ReadonlyMap<string, readonly CheckpointVisit[]>
}

const openStops = (route: Route | null, due: RoundDue | null): readonly StopProgress[] =>
  (route?.stops ?? []).map((checkpoint) => ({
    ...{ checkpoint, state: 'open', visit: null, settledAt: null },
    window: due ? windowOf(due, checkpoint) : null,
  }))

const viewOf = (
  planned: RoundDue | null,
  due: RoundView['due'],
  { routes, rounds, visits }: Held,
  person: Person,
  now: Instant,
): RoundView => {
  const round = rounds.get(due.id) ?? null
  const route = routes.get(round?.route ?? planned?.plan.route ?? '') ?? null
  const stops = round ? stopsOf(round, visits.get(round.id) ?? []) : openStops(route, planned)
  const name = planned ? firstLineOf(`${planned.slot.name}${planned.plan.name}`, 80) : ''
  return {
    ...{ id: due.id, name: round?.name ?? name, due, planned, round, route, stops },
    settled: stops.filter(({ state }) => state !== 'open').length,
    judgement: judgeRound(due, round, now, stops),
    endedAt: round ? roundEndOf(round, stops) : null,
    isMine: isRoundOf(
      round,
      person.staff,
      planned !== null && isWalkerOf(planned.plan, person.staff, person.roles),
    ),
  }
}

/** [RD7] What plans ask for, and what was begun under a plan that no longer asks, by opening. */
export const roundViews = (
  planned: readonly RoundDue[],
  held: Held,
  person: Person,
  now: Instant,
): readonly RoundView[] => {
  const asked = new Set<string>(planned.map(({ id }) => id))
  const begun = [...held.rounds.values()].filter(({ id }) => !asked.has(id))
  return [
    ...planned.map((each) => viewOf(each, held.rounds.get(each.id) ?? each, held, person, now)),
    ...begun.map((round) => viewOf(null, round, held, person, now)),
  ].sort((a, b) => a.due.opensAt - b.due.opensAt || a.due.closesAt - b.due.closesAt)
}
