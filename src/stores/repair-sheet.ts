import type { CalendarDay } from '../domain/calendar-day'
import type { StaffId } from '../domain/id'
import { MINUTE, type Instant } from '../domain/instant'
import { momentToInstant } from '../domain/local-moment'
import { chargeOf, warrantyEnd } from '../domain/repair/charge'
import type { RepairNote } from '../domain/repair/repair-note'
import { type Part, type RepairSheet } from '../domain/repair/repair-sheet'
import { partFault, type PartDraft } from '../domain/repair/sheet-fault'
import { localDay, type TimeZone } from '../domain/time-zone'
import type { AttendanceDraft, RepairWritten } from './repair-form'

const isPart = (part: PartDraft): part is Part => partFault(part) === null

export const wholeParts = (parts: readonly PartDraft[]): readonly Part[] =>
  parts.filter(isPart).map((part) => ({ ...part, name: part.name.trim(), unit: part.unit.trim() }))

const DAY = /^\d{4}-\d\d-\d\d$/

const warrantyOf = ({ part, warrantyOf: of, handedOver }: RepairWritten) =>
  part === 'home' && of !== '' && DAY.test(handedOver)
    ? {
        ...{ of, handedOver: handedOver as CalendarDay },
        until: warrantyEnd(handedOver as CalendarDay, of),
      }
    : null

/** What is on the screen as a sheet; times that cannot be read stand as 0, and are told as faults. */
export const sheetOf = (written: RepairWritten, zone: TimeZone, now: Instant): RepairSheet => {
  const arrivedAt = momentToInstant(written.arrivedAt, zone) ?? 0
  const endedAt = momentToInstant(written.endedAt, zone) ?? 0
  const warranty = warrantyOf(written)
  const isHome = written.part === 'home'
  const { agreed, agreedAt } = written
  const charge = chargeOf(
    written.part,
    localDay(arrivedAt || now, zone),
    warranty?.until ?? null,
    written.isCourtesy,
  )
  return {
    ...{ home: isHome ? written.home : null, place: written.place, arrivedAt, endedAt },
    minutes: written.minutes ?? Math.max(0, Math.round((endedAt - arrivedAt) / MINUTE)),
    ...{ found: written.found.trim(), done: written.done.trim() },
    ...{ parts: [...wholeParts(written.parts)], labour: written.labour ?? 0 },
    ...{ charge, warranty, courtesy: charge === 'courtesy' ? written.courtesy.trim() : '' },
    agreed: agreed !== null && charge === 'own' ? { fen: agreed, at: agreedAt ?? now } : null,
    ...{ before: [...written.before], after: [...written.after] },
    isDifficult: written.isDifficult,
    ...{ unattended: written.unattended.trim(), unsigned: written.unsigned.trim() },
  }
}

type Attendance = RepairNote['attended'][number]

/** Who was there; null while the name or a time is missing, or the end is none. */
export const wholeAttendance = (
  { staff, from, until }: AttendanceDraft,
  zone: TimeZone,
): Attendance | null => {
  const [begin, end] = [momentToInstant(from, zone), momentToInstant(until, zone)]
  return staff && begin !== null && end !== null && end > begin
    ? { staff: staff as StaffId, from: begin, until: end }
    : null
}

/** [RN8] Who was there, in a home: nobody is demanded of common parts, nor asked for there. */
export const attendedOf = (
  { part, attended }: RepairWritten,
  zone: TimeZone,
): readonly Attendance[] =>
  part === 'home'
    ? attended.map((each) => wholeAttendance(each, zone)).filter((each) => each !== null)
    : []

/** Whether somebody is named by half. */
export const isAttendedHalf = ({ part, attended }: RepairWritten, zone: TimeZone): boolean =>
  part === 'home' && attended.some((each) => wholeAttendance(each, zone) === null)
