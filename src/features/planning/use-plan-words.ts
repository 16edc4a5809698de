import { useI18n } from 'petite-vue-i18n'
import type { PatrolPlan, Slot } from '../../domain/patrol-plan'
import type { Role } from '../../domain/role'
import { clockText } from '../../stores/clock-number'
import { useEstate } from '../../stores/estate'

const MINUTES_OF_DAY = 1_440
const WEEK = 7

/** A plan as people say it: 每天 09:00–11:00、周一和周三、每月 1、15 日. */
export const usePlanWords = () => {
  const { t } = useI18n()
  const estate = useEstate()
  const joined = (words: readonly string[]) => words.join(t('ui.comma'))

  const rhythm = ({ rhythm: other, weekdays }: PatrolPlan): string => {
    if (other?.by === 'days') return t('planning.everyDays', { n: other.every })
    if (other) return t('planning.onDates', { dates: joined(other.dates.map(String)) })
    if (weekdays.length === WEEK) return t('planning.everyDay')
    return joined([...weekdays].sort((a, b) => a - b).map((day) => t(`time.weekday.${day}`)))
  }
  const times = ({ opens, closes }: Slot): string => {
    const until = clockText(closes % MINUTES_OF_DAY)
    const key = closes >= MINUTES_OF_DAY ? 'planning.timesTomorrow' : 'planning.times'
    return t(key, { from: clockText(opens), until })
  }
  const who = ({
    roles,
    walkers,
  }: {
    readonly roles: readonly Role[]
    readonly walkers: readonly string[] | null
  }): string =>
    walkers
      ? joined(walkers.map((id) => estate.staffName(id)).filter(Boolean))
      : joined(roles.map((role) => t(`state.role.${role}`)))
  return { rhythm, times, who, joined }
}
