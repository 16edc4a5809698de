import type { Ticket } from '../ticket/ticket'
import type { RepairNote } from './repair-note'
import type { RepairSheet } from './repair-sheet'

type Attendance = Pick<RepairNote['attended'][number], 'from' | 'until'>

/** [RN8] In a home, and important or difficult: major, sent back, opened again, or said to be. */
export const needsAttendance = (
  { home, isDifficult }: Pick<RepairSheet, 'home' | 'isDifficult'>,
  ticket: Pick<Ticket, 'gravity' | 'thread'> | null,
): boolean => {
  if (home === null) return false
  const isBack = ticket?.thread.some(
    (entry) => entry.kind === 'reopened' || (entry.kind === 'rechecked' && !entry.passed),
  )
  return isDifficult || ticket?.gravity === 'major' || isBack === true
}

/** [RN8] Somebody was there from arrival to the end: one after the other counts, a gap does not. */
export const isAttendedThroughout = (
  { arrivedAt, endedAt }: Pick<RepairSheet, 'arrivedAt' | 'endedAt'>,
  attended: readonly Attendance[],
): boolean => {
  const until = [...attended]
    .sort((one, other) => one.from - other.from)
    .reduce(
      (reached, each) => (each.from <= reached ? Math.max(reached, each.until) : reached),
      arrivedAt,
    )
  return attended.length > 0 && until >= endedAt
}
