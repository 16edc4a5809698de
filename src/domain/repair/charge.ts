import { calendarDay, type CalendarDay } from '../calendar-day'
import type { RepairSheet, WarrantyOf } from './repair-sheet'

/** 公共部位 · 户内自用 */
export type RepairPart = 'common' | 'home'

/**
 * How many years the builder answers for it, counted from handing over (《建设工程质量管理条例》 art. 40):
 * roof, bathrooms and outer walls against water; wires, pipes and finish. Heating and cooling count by
 * seasons, two of them.
 */
export const WARRANTY_YEARS: Readonly<Record<WarrantyOf, number>> = {
  ...{ water: 5, pipes: 2, heating: 2 },
}

const isLeap = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

/** The last day of so many years from a day; the 29th of February ends on the 28th. */
export const warrantyEnd = (handedOver: CalendarDay, of: WarrantyOf): CalendarDay => {
  const [year = 0, month = 0, date = 0] = handedOver.split('-').map(Number)
  const last = year + WARRANTY_YEARS[of]
  return calendarDay(last, month, month === 2 && date === 29 && !isLeap(last) ? 28 : date)
}

/** [RN4] Paid or free: by place, then by date and warranty, then by whether we help for nothing. */
export const chargeOf = (
  part: RepairPart,
  on: CalendarDay,
  warrantyUntil: CalendarDay | null,
  isCourtesy: boolean,
): RepairSheet['charge'] => {
  if (part === 'common') return 'common'
  if (warrantyUntil !== null && on <= warrantyUntil) return 'warranty'
  return isCourtesy ? 'courtesy' : 'own'
}
