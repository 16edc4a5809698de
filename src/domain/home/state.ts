import type { Instant } from '../instant'
import type { CareState } from '../owner/question'
import type { Given } from '../promise/given'
import { isOverdue } from '../ticket/question'
import type { Ticket } from '../ticket/ticket'
import { CLOCK_STATES, type ClockState } from '../visit/visit-state'
import type { Unit } from './matrix'

/** [HM2] What a building is looked at for. */
export const HOME_QUESTIONS = [
  'tickets',
  'promises',
  'visits',
  'care',
  'occupancy',
  'served',
] as const
export type HomeQuestion = (typeof HOME_QUESTIONS)[number]

/** [HM2] What can be said of a home to each question, the most pressing first. */
export const HOME_STATES = {
  tickets: ['late', 'open', 'quiet'],
  promises: ['late', 'open', 'quiet'],
  care: ['lapsed', 'cared', 'quiet'],
  visits: CLOCK_STATES,
  occupancy: ['vacant', 'let', 'owner'],
  served: ['unserved', 'served'],
} as const satisfies Readonly<Record<HomeQuestion, readonly string[]>>
export type HomeState = (typeof HOME_STATES)[HomeQuestion][number]

/** What is open about a home, as far as this phone holds it. */
export interface HomeWork {
  readonly tickets: readonly Ticket[]
  readonly promises: readonly Given[]
  /** [OF8] The most pressing of its people. */
  readonly care: CareState | null
  /** How its clocks stand; unreached where no visit is known. */
  readonly visited: ClockState
  /** [FA24] Whether a system that serves others is not said to serve it. */
  readonly isUnserved?: boolean
}
export const NO_WORK: HomeWork = { tickets: [], promises: [], care: null, visited: 'unreached' }

/** [HM2] A home's answer to a question, at an instant. */
export const homeState = (
  question: HomeQuestion,
  unit: Unit,
  { tickets, promises, care, visited, isUnserved }: HomeWork,
  now: Instant,
): HomeState => {
  if (question === 'occupancy') return unit.occupancy
  if (question === 'care') return care ?? 'quiet'
  if (question === 'visits') return visited
  if (question === 'served') return isUnserved ? 'unserved' : 'served'
  const isLate =
    question === 'tickets'
      ? tickets.some((ticket) => isOverdue(ticket, now))
      : promises.some(({ fate }) => fate === 'overdue')
  if (isLate) return 'late'
  return (question === 'tickets' ? tickets : promises).length > 0 ? 'open' : 'quiet'
}
