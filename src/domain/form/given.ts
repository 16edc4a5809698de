import * as v from 'valibot'
import { calendarDaySchema, dayNumber, dayOfNumber } from '../calendar-day'
import type { Answer } from './answer'
import { isUnsigned } from '../signature'
import type { Item } from './item'

/** Whether nobody answered yet; photos, sounds and a signature are no value. */
export const isEmpty = (answer: Answer | undefined): boolean => {
  const value = answer?.value
  if (value === undefined || value === null || value === '') return true
  return typeof value === 'object' && value.length === 0
}

export const hasPhoto = (answer: Answer | undefined) => (answer?.photos?.length ?? 0) > 0

export const hasSound = (answer: Answer | undefined) => (answer?.sounds?.length ?? 0) > 0

export const hasSignature = (answer: Answer | undefined) => !isUnsigned(answer?.signature)

/** Whether anything at all was answered. */
export const isGiven = (answer: Answer): boolean =>
  !isEmpty(answer) || hasPhoto(answer) || hasSound(answer) || hasSignature(answer)

/** Said aloud is said. */
export const hasWords = (answer: Answer | undefined) =>
  (answer?.words?.trim() ?? '') !== '' || hasSound(answer)

/** A day that is in the calendar: no 30 February. */
const isDay = (value: unknown): boolean => {
  const day = v.safeParse(calendarDaySchema, value)
  return day.success && dayOfNumber(dayNumber(day.output)) === day.output
}

/** Whether an answer is one this question can have. */
export const isPossible = (item: Item, answer: Answer): boolean => {
  const { value } = answer
  if (value === null) return true
  switch (item.kind) {
    case 'verdict':
      return value === 'normal' || value === 'abnormal' || value === 'notApplicable'
    case 'number':
      return typeof value === 'number'
    case 'choice':
      return item.options.some((option) => option.id === value)
    case 'choices':
      return (
        typeof value === 'object' &&
        new Set(value).size === value.length &&
        value.every((chosen) => item.options.some(({ id }) => id === chosen))
      )
    case 'date':
      return isDay(value)
    case 'text':
    case 'scan':
      return typeof value === 'string'
    case 'voice':
    case 'signature':
    case 'photo':
      return false
  }
}
