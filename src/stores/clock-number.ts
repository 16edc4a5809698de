import type { Escalation, Figure } from '../domain/clock/timing'

export const ESCALATIONS = [
  ...(['warnBefore', 'supervisorAfter', 'managerAfter', 'unassignedAfter'] as const),
] as const satisfies readonly (keyof Escalation)[]

/** Said in minutes; all others in hours. */
const IN_MINUTES: readonly Figure[] = ['urgentOnSite', 'majorToLeader']
export const isInMinutes = (figure: Figure): boolean => IN_MINUTES.includes(figure)

interface Range {
  readonly least: number
  readonly most: number
}

const MOST_HOURS = 60 * 24
const MOST_ESCALATION = 10_080

/** As said on the page: minutes or hours. */
export const rangeOfFigure = (figure: Figure): Range =>
  isInMinutes(figure) ? { least: 1, most: MOST_HOURS * 60 } : { least: 0.02, most: MOST_HOURS }

export const rangeOfStep = (step: keyof Escalation): Range => ({
  least: step === 'unassignedAfter' ? 1 : 0,
  most: step === 'warnBefore' ? 1_440 : MOST_ESCALATION,
})

/** Null where it is no number, or none of that size. */
const numberWithin = (text: string, { least, most }: Range): number | null => {
  const value = Number(text.trim() || NaN)
  return value >= least && value <= most ? value : null
}

export const minutesOfFigure = (figure: Figure, text: string): number | null => {
  const value = numberWithin(text, rangeOfFigure(figure))
  return value === null ? null : Math.round(value * (isInMinutes(figure) ? 1 : 60))
}

export const minutesOfStep = (step: keyof Escalation, text: string): number | null => {
  const value = numberWithin(text, rangeOfStep(step))
  return value === null ? null : Math.round(value)
}

/** Minutes since midnight as people write them: 08:30. */
export const clockText = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** A time of day as written, in minutes after midnight; null where it is none. */
export const clockMinutes = (text: string): number | null => {
  const found = /^(\d{1,2})[::](\d{2})$/u.exec(text.trim())
  const [hours, minutes] = [Number(found?.[1]), Number(found?.[2])]
  return found && hours < 24 && minutes < 60 ? hours * 60 + minutes : null
}
