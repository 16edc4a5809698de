import type { Unit } from '../home/matrix'
import type { Wrong } from './address'
import type { UnitSaid } from './ground'
import type { ImportLine } from './line'
import type { Resident } from './resident'
import { occupancyOf, useOf, type UnitUse } from './word'

export type UnitFault = 'area' | 'occupancy' | 'layout'

const MOST_AREA = 100_000

interface Where {
  readonly level: number
  readonly door: string
  readonly label: string
  readonly use: UnitUse | null
}

/** What a row says of its home itself. */
export const unitSaid = ({ said }: ImportLine, people: readonly Resident[]) => {
  const faults: Wrong<UnitFault>[] = []
  const area = said.area ? Number(said.area.replace(/(?:㎡|m2|平米|平方米|平|,)/giu, '')) : null
  if (area !== null && !(area > 0 && area <= MOST_AREA))
    faults.push({ column: 'area', kind: 'area' })
  const occupancy = said.occupancy ? occupancyOf(said.occupancy) : null
  if (said.occupancy && !occupancy) faults.push({ column: 'occupancy', kind: 'occupancy' })
  const use = said.use ? useOf(said.use) : null
  // A column of uses that says 三室两厅 tells the layout.
  const layout = said.layout ?? (said.use && !use ? said.use : undefined)
  if (layout && layout.length > 30)
    faults.push({ column: said.layout ? 'layout' : 'use', kind: 'layout' })
  const meant: Partial<Pick<Unit, 'area' | 'use' | 'layout' | 'occupancy'>> = {
    ...(area ? { area: Math.round(area * 100) / 100 } : {}),
    ...(use ? { use } : {}),
    ...(layout ? { layout } : {}),
    ...(occupancy ? { occupancy } : {}),
  }
  const lives = people.some(({ relation }) => relation === 'lessee')
  /** [IM14] Where the file says nothing of it: let with a lessee, vacant without anybody. */
  const guessed: Unit['occupancy'] = lives ? 'let' : people.length > 0 ? 'owner' : 'vacant'
  return {
    ...{ faults, said: meant, guessed },
    meant: (unit: Unit): Unit => ({ ...unit, ...meant }),
    fresh: ({ use: placed, ...where }: Where): UnitSaid => ({
      ...{ ...where, occupancy: guessed, ...(placed ? { use: placed } : {}) },
      ...meant,
    }),
  }
}
