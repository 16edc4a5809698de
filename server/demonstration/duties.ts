import { addDays, dayNumber, weekdayOf, type CalendarDay } from '../../src/domain/calendar-day'
import { dutyRosterId } from '../../src/domain/roster/duty-roster'
import { monthAfter, dayIn, daysIn, monthOf, type Month } from '../../src/domain/month'
import { usualShifts, type ShiftKey } from '../../src/domain/roster/shift'
import { instantOf, localDay } from '../../src/domain/time-zone'
import { isPresent } from './rota'
import type { World } from './world'
import { nameId } from './writer'

const [DAY, EARLY, LATE, NIGHT] = ['day', 'a', 'b', 'c'] as ShiftKey[]

/** Guards go round: two days each early, late and night, then two off; each begins elsewhere in it. */
const ROUND = [EARLY, EARLY, LATE, LATE, NIGHT, NIGHT, null, null]
const GUARDS = ['wujun', 'chengbo', 'mahui', 'gaopeng']
const DAILY = ['limin', 'sunjia', 'wangfang', 'zhaoqiang', 'hetao', 'tianlan', 'guoyan']
const OFFICE = ['zhoujie', 'chenli', 'luolin']
const SUNDAY = 7

const shiftOf = (account: string, day: CalendarDay): ShiftKey | null => {
  const guard = GUARDS.indexOf(account)
  if (guard >= 0) return ROUND[(dayNumber(day) + guard * 2) % ROUND.length] ?? null
  if (OFFICE.includes(account)) return weekdayOf(day) < SUNDAY - 1 ? (DAY ?? null) : null
  if (!isPresent(account, day)) return null
  // One engineer comes early, the other stays late, in turn by the week.
  const isLate = account === 'zhaoqiang' || account === 'hetao'
  const turn = Math.floor(dayNumber(day) / SUNDAY) % 2 === Number(account === 'hetao')
  return (isLate ? (turn ? EARLY : LATE) : DAY) ?? null
}

const planMonth = (world: World, month: Month): void => {
  const { timeline, community, zone, began } = world
  const at = Math.max(began, instantOf(addDays(dayIn(month, 1), -5), 10 * 60, zone))
  const rows = [...GUARDS, ...DAILY, ...OFFICE].map((account) => ({
    staff: world.hand(account).staff,
    days: Array.from({ length: daysIn(month) }, (_, index) => ({
      ...{ date: index + 1, seen: null, meant: shiftOf(account, dayIn(month, index + 1)) },
    })).filter(({ meant }) => meant !== null),
  }))
  timeline.add(world.hand('zhoujie'), at, 'DutyRoster', dutyRosterId(community.id, month, nameId), {
    ...{ act: 'plan', community: community.id, month, rows },
    shifts: { seen: [], meant: [...usualShifts(['行政班', '早班', '中班', '夜班'])] },
  })
}

/** Who works when, from the month the sixty days began in to the next one, planned five days ahead. */
export const planDuties = (world: World): void => {
  const last = monthAfter(monthOf(localDay(world.now, world.zone)), 1)
  for (
    let month = monthOf(localDay(world.began, world.zone));
    month <= last;
    month = monthAfter(month, 1)
  )
    planMonth(world, month)
}
