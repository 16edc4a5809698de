import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { placesWithin } from '../domain/home/matrix'
import { addDays } from '../domain/calendar-day'
import { instantOf } from '../domain/time-zone'
import {
  coverageOf,
  doneByMonth,
  doneByPerson,
  isBehind,
  type Span,
} from '../domain/visit/coverage'
import { addMonths, firstOfMonth } from '../domain/month'
import type { VisitedHome } from '../domain/visit/visited-home'
import { useEstate } from './estate'
import { useServedBuildings, useVisitedHomes } from './visited-homes'

/** This month, the one before, the last three, the last six. */
export const COVERAGE_SPANS = ['month', 'before', 'three', 'six'] as const
type CoverageSpan = (typeof COVERAGE_SPANS)[number]

/** What the rows are: places, people or months. */
export const COVERAGE_GROUPS = ['place', 'person', 'month'] as const
type CoverageGroup = (typeof COVERAGE_GROUPS)[number]

/** How somebody looks at the coverage; it stays while the app is open. */
export const useCoverageLook = defineStore('coverageLook', () => ({
  span: ref<CoverageSpan>('month'),
  group: ref<CoverageGroup>('place'),
  building: ref(''),
}))

/** [VI13] Whom we met, by building, entrance, person and month. */
export const useCoverage = () => {
  const look = useCoverageLook()
  const estate = useEstate()
  const served = useServedBuildings()
  const { visited, day, isRead } = useVisitedHomes(() => served.value)

  const span = computed<Span>(() => {
    const { today, zone } = day.value
    const month = firstOfMonth(today)
    const back = { month: 0, before: -1, three: -2, six: -5 }[look.span]
    const from = addMonths(month, back)
    const until = look.span === 'before' ? month : addDays(today, 1)
    return { from: instantOf(from, 0, zone), until: instantOf(until, 0, zone) }
  })
  const chosen = computed(() => visited.value.find(({ building }) => building.id === look.building))
  const homes = computed<readonly VisitedHome[]>(() =>
    (chosen.value ? [chosen.value] : visited.value).flatMap((each) => each.homes),
  )
  const rowOf = (key: string, name: string, of: readonly VisitedHome[]) => ({
    ...{ key, name },
    ...coverageOf(of, span.value, day.value.today),
  })
  /** Buildings; of one that is chosen, its entrances. */
  const places = computed(() => {
    if (!chosen.value)
      return visited.value.map(({ building, homes: of }) => rowOf(building.id, building.label, of))
    const { building, matrix, homes: of } = chosen.value
    const within = placesWithin(of.map(({ unit }) => unit))
    return matrix.wings.map(({ id, label }) => {
      const units = new Set(within.get(id)?.map((unit) => unit.id))
      const inside = of.filter(({ unit }) => units.has(unit.id))
      return rowOf(id, label || building.label, inside)
    })
  })
  const sum = computed(() => coverageOf(homes.value, span.value, day.value.today))
  const people = computed(() =>
    [...doneByPerson(homes.value, span.value)]
      .map(([staff, doing]) => ({ key: staff, name: estate.staffName(staff), ...doing }))
      .sort((a, b) => a.name.localeCompare(b.name, 'zh-CN')),
  )
  const months = computed(() =>
    [...doneByMonth(homes.value, day.value.zone)]
      .map(([month, doing]) => ({ key: month, name: month, ...doing }))
      .sort((a, b) => (a.key < b.key ? 1 : -1)),
  )
  /** Those nobody was met in for long, and those past their day, by walking order. */
  const behind = computed(() => homes.value.filter(({ state }) => isBehind(state)))
  const unreached = computed(() => homes.value.filter(({ states }) => states.door === 'unreached'))
  return { served, chosen, places, people, months, sum, behind, unreached, span, day, isRead }
}
