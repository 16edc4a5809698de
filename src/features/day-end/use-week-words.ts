import { useI18n } from 'petite-vue-i18n'
import { addDays, type CalendarDay } from '../../domain/calendar-day'
import { instantOf } from '../../domain/time-zone'
import { useEstate } from '../../stores/estate'
import { useTimeWords } from '../../ui/time/use-time-words'

/** 11月23日 周一 至 11月29日 周日 */
export const useWeekWords = () => {
  const { t } = useI18n()
  const estate = useEstate()
  const { dayWords } = useTimeWords()
  const nameOf = (day: CalendarDay) => dayWords(instantOf(day, 0, estate.zone), estate.zone)
  return (week: CalendarDay): string =>
    t('weekly.week', { from: nameOf(week), to: nameOf(addDays(week, 6)) })
}
