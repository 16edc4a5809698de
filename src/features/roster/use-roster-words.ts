import { useI18n } from 'petite-vue-i18n'
import type { CalendarDay } from '../../domain/calendar-day'
import { weekdayOf } from '../../domain/calendar-day'
import type { Month } from '../../domain/month'
import { passesMidnight, type Shift } from '../../domain/roster/shift'
import { firstLineOf } from '../../domain/text'
import { clockText } from '../../stores/clock-number'

const COLOURS = ['green', 'blue', 'amber'] as const
export type ShiftLook = (typeof COLOURS)[number] | 'night'

/** Shifts and days in the few characters a cell has. */
export const useRosterWords = () => {
  const { t } = useI18n()
  const timesOf = ({ from, until }: Shift): string =>
    t('roster.times', { from: clockText(from), until: clockText(until) })
  /** As few characters as tell it from the others. */
  const shortOf = (shift: Shift, all: readonly Shift[]): string => {
    const [first = ''] = shift.name
    const isAlone = all.every(({ key, name }) => key === shift.key || !name.startsWith(first))
    return isAlone ? first : firstLineOf(shift.name, 2)
  }
  const lookOf = (shift: Shift, all: readonly Shift[]): ShiftLook => {
    if (passesMidnight(shift)) return 'night'
    const daily = all.filter((each) => !passesMidnight(each))
    return COLOURS[daily.findIndex(({ key }) => key === shift.key) % COLOURS.length] ?? 'green'
  }
  const monthWords = (month: Month): string => {
    const [year = '', number = ''] = month.split('-')
    return t('roster.month', { year, month: t(`roster.monthName.${Number(number)}`) })
  }
  const weekdayWords = (day: CalendarDay): string => t(`roster.weekday.${weekdayOf(day)}`)
  return { timesOf, shortOf, lookOf, monthWords, weekdayWords }
}
