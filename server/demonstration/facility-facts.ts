import { addDays, type CalendarDay } from '../../src/domain/calendar-day'
import type { FacilityFields } from '../../src/domain/facility'
import { Chance } from './chance'

type System = FacilityFields['system']
type Facts = Omit<FacilityFields, 'place' | 'name' | 'system' | 'maker' | 'model'>

const YEAR = 365

interface Usual {
  readonly contractor: string
  readonly every: number
  readonly unit: 'day' | 'month'
}

/** Who maintains what of which system, and how often; the rest is looked after by our own engineers. */
const MAINTAINED: Partial<Record<System, Usual>> = {
  lift: { contractor: '通力电梯维保', every: 15, unit: 'day' },
  fire: { contractor: '安泰消防', every: 1, unit: 'month' },
  power: { contractor: '恒通电力', every: 6, unit: 'month' },
  security: { contractor: '海康工程服务部', every: 3, unit: 'month' },
  waterSupply: { contractor: '南方泵业服务部', every: 3, unit: 'month' },
}
const CERTIFIED: Partial<Record<System, string>> = { lift: '梯检', fire: '消检', power: '电试' }
const SERIALS: Partial<Record<System, string>> = {
  ...{ lift: 'KN', fire: 'XF', power: 'BY', waterSupply: 'SB', security: 'AF', drainage: 'PW' },
}

/** Of these two, one certificate has ended and one is about to; of the third maintenance is overdue. */
const ENDED = '2栋3单元电梯'
const ENDING = '4栋1单元电梯'
const OVERDUE = '火灾报警主机'

/** What is known of a facility besides its name, the same every time, by the day the estate is shown on. */
export const facilityFacts = (name: string, system: System, today: CalendarDay): Facts => {
  const chance = new Chance(
    Array.from(name).reduce((sum, letter) => sum * 31 + (letter.codePointAt(0) ?? 0), 7) >>> 0,
  )
  const between = (least: number, most: number) =>
    least + Math.floor(chance.next() * (most - least))
  const installedOn = addDays(today, -between(5 * YEAR, 8 * YEAR))
  const plan = MAINTAINED[system] ?? null
  const certified = CERTIFIED[system]
  const expires = name === ENDED ? -9 : name === ENDING ? 12 : between(60, 330)
  const next = name === OVERDUE ? -4 : between(4, plan?.unit === 'day' ? 14 : 28)
  const serial = SERIALS[system]
  return {
    serial: serial ? `${serial}${installedOn.slice(2, 4)}-${String(between(1_000, 9_999))}` : '',
    installedOn,
    warrantyUntil: addDays(installedOn, 2 * YEAR),
    photos: [],
    certificate: certified
      ? {
          number: `${certified}${today.slice(0, 4)}-${String(between(100, 999))}`,
          ...{ expiresOn: addDays(today, expires), photos: [] },
        }
      : null,
    maintenance: plan,
    nextMaintenanceOn: plan ? addDays(today, next) : null,
  }
}
