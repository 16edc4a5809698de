import { firstOfMonth } from '../domain/month'
import { computed, ref } from 'vue'
import { addDays, type CalendarDay } from '../domain/calendar-day'
import { instantOf, localDay } from '../domain/time-zone'
import { standing } from '../domain/ticket/still-standing'
import type { Ticket } from '../domain/ticket/ticket'
import { ticketsReceivedSince } from '../storage/in-hand'
import { useEstate } from './estate'
import { useLive } from './live'
import { usePhone } from './phone'

/** 本月 · 上月 · 近 90 天 */
export const BOOK_PERIODS = ['month', 'lastMonth', 'ninety'] as const
export type BookPeriod = (typeof BOOK_PERIODS)[number]

const daysOf = (period: BookPeriod, today: CalendarDay): readonly [CalendarDay, CalendarDay] => {
  const month = firstOfMonth(today)
  const tomorrow = addDays(today, 1)
  if (period === 'month') return [month, tomorrow]
  return period === 'lastMonth'
    ? [firstOfMonth(addDays(month, -1)), month]
    : [addDays(today, -89), tomorrow]
}

/** How it ended, as whoever put it right wrote; empty while nobody did. */
export const resultOf = ({ thread }: Ticket): string => {
  const entry = standing(thread)
    .filter(({ kind }) => kind === 'resolved' || kind === 'declined' || kind === 'cancelled')
    .at(-1)
  return entry && 'words' in entry ? entry.words : ''
}

/** [IN10] 投诉记录本: the complaints of a period that are on this device, the newest first. */
export const useComplaintBook = () => {
  const { database, tick } = usePhone()
  const estate = useEstate()
  const period = ref<BookPeriod>('month')
  const isWrittenOnly = ref(false)
  const days = computed(() => daysOf(period.value, localDay(tick.value, estate.zone)))
  const held = useLive<readonly Ticket[] | null>(() => {
    const since = instantOf(days.value[0], 0, estate.zone)
    return () => ticketsReceivedSince(database, since)
  }, null)
  const entries = computed(() => {
    const until = instantOf(days.value[1], 0, estate.zone)
    return (held.value ?? [])
      .filter(({ kind, origin, receivedAt }) => {
        const isWritten = origin.by === 'owner' && origin.channel === 'letter'
        return kind === 'complaint' && receivedAt < until && (isWritten || !isWrittenOnly.value)
      })
      .sort((one, other) => other.receivedAt - one.receivedAt)
  })
  return { period, isWrittenOnly, entries, isRead: computed(() => held.value !== null) }
}
