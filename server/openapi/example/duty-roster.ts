import { v5 } from 'uuid'
import { dutyRosterId } from '../../../src/domain/roster/duty-roster'
import type { Month } from '../../../src/domain/month'
import { usualShifts, type ShiftKey } from '../../../src/domain/roster/shift'
import type { KindExample } from './kind-example'
import * as the from './names'

const MONTH = '2026-11' as Month
const nameId = (space: string, name: string) => v5(name, space)
const shifts = usualShifts(['行政班', '早班', '中班', '夜班'])
const worked = (date: number, shift: string) => ({
  ...{ date, seen: null, meant: shift as ShiftKey },
})

export const dutyRosterExample: KindExample<'DutyRoster'> = {
  record: dutyRosterId(the.COMMUNITY, MONTH, nameId),
  acts: {
    plan: {
      ...{ act: 'plan', community: the.COMMUNITY, month: MONTH },
      shifts: { seen: [], meant: [...shifts] },
      rows: [{ staff: the.ENGINEER, days: [worked(24, 'a'), worked(25, 'a'), worked(26, 'c')] }],
    },
  },
  story: ['plan'],
}
