import { defineStore } from 'pinia'
import { computed, type ShallowRef } from 'vue'
import { addDays } from '../domain/calendar-day'
import type { Checkpoint } from '../domain/checkpoint'
import type { CheckpointVisit } from '../domain/checkpoint-visit'
import type { Form } from '../domain/form/form'
import { DAY } from '../domain/instant'
import type { PatrolPlan } from '../domain/patrol-plan'
import type { Round } from '../domain/round'
import { roundsDue } from '../domain/round-due'
import type { Route } from '../domain/route'
import { localDay } from '../domain/time-zone'
import { useEstate } from './estate'
import { useLive } from './live'
import { usePhone } from './phone'
import { roundViews, type RoundView } from './round-view'

/** How many days before today are shown. */
const DAYS_BACK = 6

const byId = <T extends { readonly id: string }>(records: readonly T[]): ReadonlyMap<string, T> =>
  new Map(records.map((record) => [record.id, record]))

/** Rounds worked out on the phone from plan and calendar, joined with what was walked. */
export const usePatrol = defineStore('patrol', () => {
  const { database, person, nameId, tick } = usePhone()
  const estate = useEstate()
  const reads: Readonly<ShallowRef<unknown>>[] = []
  const follow = <T>(query: () => () => Promise<readonly T[]>) => {
    const read = useLive<readonly T[] | null>(query, null)
    reads.push(read)
    return computed(() => read.value ?? [])
  }
  const all = <T>(table: { toArray(): PromiseLike<readonly { readonly record: T }[]> }) =>
    follow<T>(() => async () => (await table.toArray()).map(({ record }) => record))
  const plans = all<PatrolPlan>(database.patrolPlans)
  const routes = all<Route>(database.routes)
  const checkpoints = all<Checkpoint>(database.checkpoints)
  const forms = all<Form>(database.forms)
  const today = computed(() => localDay(tick.value, estate.zone))
  const firstDay = computed(() => addDays(today.value, -DAYS_BACK))
  const rounds = follow<Round>(() => {
    const first = firstDay.value
    return async () =>
      (await database.rounds.where('day').aboveOrEqual(first).toArray()).map(({ record }) => record)
  })
  const visits = follow<CheckpointVisit>(() => {
    const first = firstDay.value
    return async () => {
      const ids = await database.rounds.where('day').aboveOrEqual(first).primaryKeys()
      const rows = await database.checkpointVisits.where('round').anyOf(ids).toArray()
      return rows.map(({ record }) => record)
    }
  })
  const checkpointById = computed(() => byId(checkpoints.value))
  const visitsByRound = computed(() => {
    const groups = new Map<string, CheckpointVisit[]>()
    for (const visit of visits.value)
      groups.set(visit.round, [...(groups.get(visit.round) ?? []), visit])
    return groups
  })
  const held = computed(() => ({
    ...{ routes: byId(routes.value), rounds: byId(rounds.value), visits: visitsByRound.value },
  }))
  const planned = computed(() =>
    estate.communities.flatMap(({ id, zone }) =>
      roundsDue(
        plans.value.filter(({ community }) => community === id),
        ...([firstDay.value, today.value, zone, nameId] as const),
      ),
    ),
  )

  /** Nothing is shown by halves: a round begun before its forms were read would lack stops for ever. */
  const isRead = computed(() => reads.every(({ value }) => value !== null))
  const views = computed(() =>
    isRead.value ? roundViews(planned.value, held.value, person, tick.value) : [],
  )
  /** Today’s, and those of earlier days still open; one left open stays a day past its window. */
  const current = computed(() =>
    views.value.filter(
      ({ due, judgement }) =>
        due.day === today.value ||
        ['due', 'underway'].includes(judgement) ||
        (judgement === 'overdue' && tick.value - due.closesAt < DAY),
    ),
  )
  const mine = computed(() => current.value.filter(({ isMine }) => isMine))
  /** The days before, the latest first. */
  const earlier = computed(() => views.value.filter((view) => !current.value.includes(view)))
  const viewById = (id: string) => views.value.find((view) => view.id === id) ?? null

  return {
    ...{ isRead, views, current, mine, earlier, viewById },
    ...{ checkpoints, checkpointById, forms, routes, plans, today },
  }
})

export type { RoundView }
