import { useI18n } from 'petite-vue-i18n'
import { daysBetween, weekdayOf, type CalendarDay } from '../../domain/calendar-day'
import { DAY, HOUR, MINUTE, type Instant } from '../../domain/instant'
import { wallClock, type TimeZone } from '../../domain/time-zone'

const twoDigits = (value: number) => String(value).padStart(2, '0')

/** Dates and durations as people say them; the zone is the community's. */
export const useTimeWords = () => {
  const { t } = useI18n()

  const clock = (at: Instant, zone: TimeZone): string => {
    const { minutes } = wallClock(at, zone)
    return `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`
  }

  /** 11月23日 周一 */
  const dayName = (day: CalendarDay): string => {
    const [, month = '', date = ''] = day.split('-')
    const weekday = t(`time.weekday.${weekdayOf(day)}`)
    return t('time.day', { month: Number(month), date: Number(date), weekday })
  }
  const dayWords = (at: Instant, zone: TimeZone): string => dayName(wallClock(at, zone).day)

  /** 今天 14:30, 昨天 09:00, 11月23日 周一 09:00 */
  const moment = (at: Instant, now: Instant, zone: TimeZone): string => {
    const days = daysBetween(wallClock(at, zone).day, wallClock(now, zone).day)
    const time = clock(at, zone)
    if (days === 0) return t('time.today', { time })
    if (days === 1) return t('time.yesterday', { time })
    if (days === -1) return t('time.tomorrow', { time })
    return t('time.onDay', { day: dayWords(at, zone), time })
  }

  const length = (milliseconds: number): string => {
    if (milliseconds < MINUTE) return t('time.moment')
    if (milliseconds < HOUR) return t('time.minutes', { n: Math.floor(milliseconds / MINUTE) })
    if (milliseconds < 2 * DAY) return t('time.hours', { n: Math.floor(milliseconds / HOUR) })
    return t('time.days', { n: Math.floor(milliseconds / DAY) })
  }

  /** 还剩 2 小时, and past it 超时 3 小时 */
  const left = (dueAt: Instant, now: Instant): string =>
    dueAt >= now
      ? t('time.left', { length: length(dueAt - now) })
      : t('time.over', { length: length(now - dueAt) })

  const ago = (at: Instant, now: Instant): string =>
    now - at < MINUTE ? t('time.justNow') : t('time.ago', { length: length(now - at) })

  return { clock, dayName, dayWords, moment, length, left, ago }
}
