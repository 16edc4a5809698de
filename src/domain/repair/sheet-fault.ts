import type { Instant } from '../instant'
import { MINUTE } from '../instant'
import { MOST_FEN } from './money'
import {
  costOf,
  MOST_MINUTES,
  owedOf,
  PART_LIMITS,
  type Part,
  type RepairSheet,
} from './repair-sheet'

/** A part as it stands on the screen: what cannot be read yet is null. */
export type PartDraft = { readonly [Field in keyof Part]: Part[Field] | null }

export type PartFault = 'name' | 'quantity' | 'quantityMost' | 'price' | 'priceMost'

/** [RN5] What is wrong with one part. */
export const partFault = ({ name, hundredths, price }: PartDraft): PartFault | null => {
  if (!name?.trim()) return 'name'
  if (hundredths === null || hundredths < 1) return 'quantity'
  if (hundredths > PART_LIMITS.hundredths) return 'quantityMost'
  if (price === null || price < 0) return 'price'
  return price > MOST_FEN ? 'priceMost' : null
}

export type SheetFault =
  | 'arrived'
  | 'ended'
  | 'endFirst'
  | 'ahead'
  | 'minutes'
  | 'minutesMost'
  | 'minutesTooMany'
  | 'found'
  | 'done'
  | 'sumMost'
  | 'agreed'
  | 'agreedLess'
  | 'courtesy'
  | 'attended'
  | 'signed'

/** A phone's clock may be a little behind the wall's. */
const AHEAD = 5 * MINUTE

const timeFault = (sheet: RepairSheet, now: Instant): SheetFault | null => {
  const { arrivedAt, endedAt, minutes } = sheet
  if (!endedAt) return 'ended'
  if (endedAt <= arrivedAt) return 'endFirst'
  if (endedAt > now + AHEAD) return 'ahead'
  if (minutes < 1) return 'minutes'
  if (minutes > Math.ceil((endedAt - arrivedAt) / MINUTE)) return 'minutesMost'
  return minutes > MOST_MINUTES ? 'minutesTooMany' : null
}

const moneyFault = (sheet: RepairSheet): SheetFault | null => {
  if (costOf(sheet) > MOST_FEN) return 'sumMost'
  if (sheet.charge === 'courtesy' && !sheet.courtesy.trim()) return 'courtesy'
  const owed = owedOf(sheet)
  if (owed === 0) return null
  if (!sheet.agreed) return 'agreed'
  return sheet.agreed.fen < owed ? 'agreedLess' : null
}

/** [RN5] What a sheet still misses, in the order of the page; each has its words beside its field. */
export const sheetFaults = (
  sheet: RepairSheet,
  now: Instant,
  lacks: { readonly attendance: boolean; readonly signature: boolean },
): readonly SheetFault[] =>
  [
    timeFault(sheet, now),
    sheet.found.trim() ? null : ('found' as const),
    sheet.done.trim() ? null : ('done' as const),
    moneyFault(sheet),
    lacks.attendance && !sheet.unattended.trim() ? ('attended' as const) : null,
    lacks.signature && !sheet.unsigned.trim() ? ('signed' as const) : null,
  ].filter((fault) => fault !== null)

/** [RN9] The price was agreed to only when the work was over; a page tells time by the minute. */
export const isAgreedLate = ({ agreed, endedAt, charge }: RepairSheet): boolean =>
  charge === 'own' && agreed !== null && agreed.at >= endedAt + MINUTE
