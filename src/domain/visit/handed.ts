import type { CalendarDay } from '../calendar-day'
import { isCurrent, type OwnerNotice } from '../notice/notice'
import type { OwnerVisit } from './owner-visit'

/** [VI19] What is to be handed over at a home and was not yet, the one that ends first first. */
export const noticesFor = (
  notices: readonly OwnerNotice[],
  visits: readonly OwnerVisit[],
  today: CalendarDay,
): readonly OwnerNotice[] => {
  const handed = new Set(visits.flatMap((visit) => (visit.voided ? [] : visit.handed)))
  return notices
    .filter((notice) => isCurrent(notice, today) && !handed.has(notice.id))
    .sort((one, other) => (one.until < other.until ? -1 : one.until > other.until ? 1 : 0))
}
