import { useI18n } from 'petite-vue-i18n'
import { daysBetween, type CalendarDay } from '../../domain/calendar-day'
import { localDay, type TimeZone } from '../../domain/time-zone'
import type { OwnerVisit } from '../../domain/visit/owner-visit'
import type { Occasion } from '../../domain/visit/occasion'
import type { VisitClock } from '../../domain/visit/visit-clock'
import type { ClockState } from '../../domain/visit/visit-state'
import type { IconName } from '../icon-path'
import type { Tone } from '../tone'

export const CLOCK_TONES: Readonly<Record<ClockState, Tone>> = {
  ...{ unreached: 'red', overdue: 'red', soon: 'amber', met: 'green' },
}

const ICONS: Readonly<Record<OwnerVisit['channel'], IconName>> = {
  ...{ door: 'door', phone: 'phone', message: 'message', office: 'person' },
}

/** A visit and a clock, as people say them. */
export const useVisitWords = () => {
  const { t } = useI18n()
  const parts = (day: CalendarDay) => {
    const [year = '', month = '', date = ''] = day.split('-')
    return { year, month: Number(month), date: Number(date) }
  }
  const dayWords = (day: CalendarDay): string => t('visit.day', parts(day))
  /** 过期 12 天 · 今天到期 · 还有 3 天; empty where it was never done. */
  const dueWords = ({ dueOn }: Pick<VisitClock, 'dueOn'>, today: CalendarDay): string => {
    if (dueOn === null) return ''
    const days = daysBetween(today, dueOn)
    if (days === 0) return t('visit.dueToday')
    return days < 0 ? t('visit.overdue', { n: -days }) : t('visit.dueIn', { n: days })
  }
  /** Why it is due: which clock, since when, how often in vain. */
  const whyWords = ({ lastAt, attempts, name }: VisitClock, zone: TimeZone): string =>
    [
      t(`visit.clock.${name}`),
      lastAt === null
        ? t('visit.never')
        : t('visit.last', { day: t('visit.shortDay', parts(localDay(lastAt, zone))) }),
      attempts > 0 ? t('visit.attempts', { n: attempts }) : '',
    ]
      .filter(Boolean)
      .join(' · ')
  /** [VI14] 投诉 11月28日办完,去看看满不满意 */
  const occasionWords = ({ what, on }: Occasion): string =>
    t(`visit.occasion.${what}`, { day: t('visit.shortDay', parts(on)) })
  const resultWords = ({ channel, result }: Pick<OwnerVisit, 'channel' | 'result'>): string =>
    t(
      channel === 'phone' || channel === 'message'
        ? `visit.phoneResult.${result}`
        : `visit.result.${result}`,
    )
  const iconOf = ({ channel }: OwnerVisit) => ICONS[channel]
  return { dayWords, dueWords, whyWords, occasionWords, resultWords, iconOf }
}
