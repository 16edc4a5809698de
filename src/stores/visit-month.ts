import { computed, ref } from 'vue'
import type { CalendarDay } from '../domain/calendar-day'
import { countFollowUps } from '../domain/ticket/follow-up-count'
import { instantOf } from '../domain/time-zone'
import { countAnswers, questionsOf } from '../domain/visit/asked'
import { coverageOf, doneByPerson } from '../domain/visit/coverage'
import { addMonths, firstOfMonth } from '../domain/month'
import { visitedAt } from '../domain/visit/visited-at'
import { ticketsClosed } from '../storage/closed-tickets'
import { observeTable } from '../storage/observe'
import type { VisitedHome } from '../domain/visit/visited-home'
import { useEstate } from './estate'
import { useLive } from './live'
import { usePhone } from './phone'
import { useQuestionnaires } from './questionnaire'
import { useServedBuildings, useVisitedHomes } from './visited-homes'

/** How many months there are to choose from: as long as visits stay on the phone. */
const MONTHS = 12

/** [CL3] Of what kinds some are followed up. */
const FOLLOWED_UP = ['complaint', 'repair'] as const

/** [VI22] Everything the month's sheet of visits and follow-ups says, worked out from records. */
export const useVisitMonth = () => {
  const { database } = usePhone()
  const estate = useEstate()
  const served = useServedBuildings()
  const { visited, day, isRead } = useVisitedHomes(() => served.value)
  const { held: forms } = useQuestionnaires()
  const months = computed(() => {
    const first = firstOfMonth(day.value.today)
    return Array.from({ length: MONTHS }, (_, ago) => addMonths(first, -ago))
  })
  const month = ref<CalendarDay>(firstOfMonth(day.value.today))
  const span = computed(() => ({
    from: instantOf(month.value, 0, day.value.zone),
    until: instantOf(addMonths(month.value, 1), 0, day.value.zone),
  }))
  const tickets = useLive(
    () => {
      const { from, until } = span.value
      return () => ticketsClosed(database, FOLLOWED_UP, from, until)
    },
    null,
    (ask) => observeTable(database, 'tickets', ask),
  )
  const homes = computed(() => visited.value.flatMap((each) => each.homes))
  const covered = (of: readonly VisitedHome[]) => coverageOf(of, span.value, day.value.today)
  const sum = computed(() => covered(homes.value))
  const buildings = computed(() =>
    visited.value.map(({ building, homes: of }) => ({ name: building.label, ...covered(of) })),
  )
  const people = computed(() =>
    [...doneByPerson(homes.value, span.value)]
      .map(([staff, doing]) => ({ name: estate.staffName(staff), ...doing }))
      .sort((a, b) => a.name.localeCompare(b.name, 'zh-CN')),
  )
  const followUps = computed(() => countFollowUps(tickets.value ?? [], span.value))
  /** [VI21] */
  const answers = computed(() => {
    const visits = homes.value
      .flatMap((home) => home.visits)
      .filter((visit) => visitedAt(visit) >= span.value.from && visitedAt(visit) < span.value.until)
    const asked = new Set(visits.flatMap((visit) => visit.asked?.form ?? []))
    return (forms.value ?? [])
      .filter(({ id }) => asked.has(id))
      .flatMap((form) =>
        questionsOf(
          form,
          visits.flatMap((visit) => visit.asked?.answers ?? []),
        )
          .map((item) => ({ form, item, counts: countAnswers(item, visits) }))
          .filter(({ counts }) => counts.length > 0),
      )
  })
  const isWhole = computed(() => isRead.value && tickets.value !== null && forms.value !== null)
  return { served, months, month, sum, buildings, people, followUps, answers, isRead: isWhole }
}
