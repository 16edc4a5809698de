import { defineStore } from 'pinia'
import { computed } from 'vue'
import { addDays } from '../domain/calendar-day'
import type { Checkpoint } from '../domain/checkpoint'
import type { CheckpointVisit } from '../domain/checkpoint-visit'
import type { Form } from '../domain/form/form'
import { isWalkerOf, type PatrolPlan } from '../domain/patrol-plan'
import type { Round } from '../domain/round'
import { roundsDue, type RoundDue } from '../domain/round-due'
import {
  judgeRound,
  stopsOf,
  type RoundJudgement,
  type StopProgress,
} from '../domain/round-progress'
import type { Route } from '../domain/route'
import { localDay } from '../domain/time-zone'
import { useEstate } from './estate'
import { useLive } from './live'
import { usePhone } from './phone'

/** A round as screens show it: what the plan asks, what was walked, how that is judged. */
export interface RoundView {
  readonly id: string
  readonly name: string
  readonly due: RoundDue
  readonly round: Round | null
  readonly route: Route | null
  readonly stops: readonly StopProgress[]
  readonly settled: number
  readonly judgement: RoundJudgement
  readonly isMine: boolean
}

const openStops = (route: Route | null): readonly StopProgress[] =>
  (route?.stops ?? []).map((checkpoint) => ({ checkpoint, state: 'open', visit: null }))

/** Rounds worked out on the phone from plan and calendar, joined with what was walked. */
export const usePatrol = defineStore('patrol', () => {
  const { database, person, nameId, tick } = usePhone()
  const estate = useEstate()
  const all = <T>(table: { toArray(): PromiseLike<readonly { readonly record: T }[]> }) =>
    useLive<readonly T[]>(() => async () => (await table.toArray()).map(({ record }) => record), [])
  const plans = all<PatrolPlan>(database.patrolPlans)
  const routes = all<Route>(database.routes)
  const checkpoints = all<Checkpoint>(database.checkpoints)
  const forms = all<Form>(database.forms)
  const today = computed(() => localDay(tick.value, estate.zone))
  const yesterday = computed(() => addDays(today.value, -1))
  const rounds = useLive<readonly Round[]>(() => {
    const first = yesterday.value
    return async () =>
      (await database.rounds.where('day').aboveOrEqual(first).toArray()).map(({ record }) => record)
  }, [])
  const visits = useLive<readonly CheckpointVisit[]>(() => {
    const first = yesterday.value
    return async () => {
      const ids = await database.rounds.where('day').aboveOrEqual(first).primaryKeys()
      return (await database.checkpointVisits.where('round').anyOf(ids).toArray()).map(
        ({ record }) => record,
      )
    }
  }, [])
  const checkpointById = computed(
    () => new Map(checkpoints.value.map((checkpoint) => [checkpoint.id, checkpoint])),
  )

  const viewOf = (due: RoundDue): RoundView => {
    const round = rounds.value.find(({ id }) => id === due.id) ?? null
    const route = routes.value.find(({ id }) => id === due.plan.route) ?? null
    const stops = round
      ? stopsOf(
          round,
          visits.value.filter((visit) => visit.round === round.id),
        )
      : openStops(route)
    return {
      id: due.id,
      name: round?.name ?? `${due.slot.name}${due.plan.name}`,
      ...{ due, round, route, stops },
      settled: stops.filter(({ state }) => state !== 'open').length,
      judgement: judgeRound(due, round, tick.value),
      isMine:
        isWalkerOf(due.plan, person.staff, person.roles) ||
        (round?.walkers.includes(person.staff) ?? false),
    }
  }

  const views = computed<readonly RoundView[]>(() =>
    roundsDue(plans.value, yesterday.value, today.value, estate.zone, nameId).map(viewOf),
  )
  /** Today’s, and those of yesterday still running past midnight. */
  const current = computed(() =>
    views.value.filter(
      ({ due, judgement }) =>
        due.day === today.value || judgement === 'underway' || tick.value <= due.closesAt,
    ),
  )
  const mine = computed(() => current.value.filter(({ isMine }) => isMine))
  const viewById = (id: string) => views.value.find((view) => view.id === id) ?? null

  return {
    views,
    current,
    mine,
    viewById,
    checkpoints,
    checkpointById,
    forms,
    routes,
    plans,
    today,
  }
})
