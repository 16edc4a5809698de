import { until } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed, ref, type ShallowRef } from 'vue'
import { addDays } from '../domain/calendar-day'
import type { Checkpoint } from '../domain/checkpoint'
import type { Form } from '../domain/form/form'
import { DAY } from '../domain/instant'
import type { PatrolPlan } from '../domain/patrol-plan'
import { roundsDue } from '../domain/round-due'
import type { Route } from '../domain/route'
import { localDay } from '../domain/time-zone'
import { walkedSince, type Walked } from '../storage/walked'
import { useEstate } from './estate'
import { useLive } from './live'
import { usePhone } from './phone'
import { roundViews, type RoundView } from './round-view'

/** How many days before today are shown. */
const DAYS_BACK = 6
/** And are read first: no round stays open longer, as its window ends on the day after at the latest. */
const DAYS_NEAR = 3

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
  const reach = ref(DAYS_NEAR)
  /** How many rounds of the list were drawn when it was left. */
  const drawn = ref(0)
  const firstDay = computed(() => addDays(today.value, -reach.value))
  const walked = useLive<Walked | null>(() => {
    const first = firstDay.value
    return () => walkedSince(database, first)
  }, null)
  reads.push(walked)
  const checkpointById = computed(() => byId(checkpoints.value))
  const routeById = computed(() => byId(routes.value))
  /** Of the days that were read: none is judged before what was walked on it is known. */
  const planned = computed(() => {
    const first = walked.value?.first
    if (!first) return []
    return estate.communities.flatMap(({ id, zone }) =>
      roundsDue(
        plans.value.filter(({ community }) => community === id),
        ...([first, today.value, zone, nameId] as const),
      ),
    )
  })

  /** Nothing is shown by halves: a round begun before its forms were read would lack stops for ever. */
  const isRead = computed(() => estate.isRead && reads.every(({ value }) => value !== null))
  const views = computed(() => {
    if (!isRead.value || !walked.value) return []
    const held = { ...walked.value, routes: routeById.value }
    return roundViews(planned.value, held, person, tick.value)
  })
  /** Whether all the days are here; the near ones come first, and are all that Today needs. */
  const isWhole = computed(
    () => isRead.value && !!walked.value && walked.value.first <= addDays(today.value, -DAYS_BACK),
  )
  const lookBack = () => {
    reach.value = DAYS_BACK
  }
  const whole = async (): Promise<void> => {
    lookBack()
    await until(isWhole).toBe(true)
  }
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
  const earlier = computed(() => {
    const now = new Set(current.value)
    return views.value.filter((view) => !now.has(view))
  })
  const viewsById = computed(() => byId(views.value))
  const viewById = (id: string) => viewsById.value.get(id) ?? null

  return {
    ...{ isRead, isWhole, lookBack, whole, views, current, mine, earlier, viewById },
    ...{ checkpoints, checkpointById, forms, routes, plans, today, drawn },
  }
})

export type { RoundView }
