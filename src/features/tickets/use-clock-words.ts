import { useI18n } from 'petite-vue-i18n'
import { daysLeftOut } from '../../domain/clock/left-out'
import type { CalendarDay } from '../../domain/calendar-day'
import { DAY, MINUTE, type Instant } from '../../domain/instant'
import type { Arithmetic, TicketClock } from '../../domain/ticket/clock'
import { instantOf } from '../../domain/time-zone'
import { clockText } from '../../stores/clock-number'
import { useEstate } from '../../stores/estate'
import { usePhone } from '../../stores/phone'
import { useTimeWords } from '../../ui/time/use-time-words'

const NAMED = 6

/** How a clock stands, and how it came to its instant, in plain words. */
export const useClockWords = () => {
  const { t } = useI18n()
  const { tick } = usePhone()
  const estate = useEstate()
  const { moment, length, left, dayWords } = useTimeWords()

  const when = (at: Instant) => moment(at, tick.value, estate.zone)
  const nameOf = ({ clock, figure }: TicketClock) =>
    clock === 'resolve' || clock === 'work'
      ? t(`clocks.rule.${figure ?? 'defect'}`)
      : t(`clocks.clock.${clock}`)

  const standOf = ({ at, endedAt }: TicketClock): string => {
    if (endedAt === null) return left(at, tick.value)
    return endedAt <= at ? t('clocks.inTime') : t('clocks.lateBy', { length: length(endedAt - at) })
  }

  const lengthOf = (minutes: number) => {
    const isDays = minutes * MINUTE >= 2 * DAY && minutes % 1_440 === 0
    const isHours = minutes >= 60 && minutes % 60 === 0
    if (isDays) return t('time.days', { n: minutes / 1_440 })
    return isHours ? t('time.hours', { n: minutes / 60 }) : t('time.minutes', { n: minutes })
  }
  const paceOf = ({ pace, minutes }: Arithmetic) => {
    const { from, to } = pace.calendar.hours
    return t(`clocks.step.${pace.hours}`, {
      ...{ length: lengthOf(minutes), from: clockText(from), to: clockText(to) },
    })
  }
  const dayName = (day: CalendarDay) => dayWords(instantOf(day, 720, estate.zone), estate.zone)
  const leftOut = ({ from, pace }: Arithmetic, at: Instant): string[] => {
    const days = daysLeftOut(from, at, pace)
    if (days.length === 0) return []
    const named = days.slice(0, NAMED).map(dayName).join(t('ui.comma'))
    return days.length > NAMED
      ? [t('clocks.step.leftOutMany', { days: named, n: days.length })]
      : [t('clocks.step.leftOut', { days: named })]
  }

  /** [CK11] The arithmetic, a sentence a step. */
  const stepsOf = (clock: TicketClock): readonly string[] => {
    const { arithmetic, at, endedAt } = clock
    const paused = (arithmetic?.pauses ?? []).map(({ from, to }) =>
      t('clocks.step.paused', { from: when(from), to: when(to), length: length(to - from) }),
    )
    return [
      ...(arithmetic
        ? [
            t('clocks.step.began', { time: when(arithmetic.from) }),
            ...[paceOf(arithmetic), ...leftOut(arithmetic, at), ...paused],
          ]
        : []),
      t('clocks.step.due', { time: when(at) }),
      endedAt === null
        ? t('clocks.step.runs', { stands: left(at, tick.value) })
        : t('clocks.step.ended', { time: when(endedAt), stands: standOf(clock) }),
    ]
  }

  return { nameOf, standOf, stepsOf, when }
}
