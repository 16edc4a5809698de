import { dayNumber, weekdayOf, type CalendarDay } from '../../src/domain/calendar-day'

/** Who takes which round, in turn by the day; the day shift by day, the night shift by night. */
const ROTA: Readonly<Record<string, readonly string[]>> = {
  '消防巡查 morning': ['zhaoqiang', 'limin', 'hetao', 'sunjia'],
  '消防巡查 afternoon': ['wujun', 'chengbo'],
  '消防巡查 night': ['mahui', 'gaopeng'],
  '秩序巡逻 morning': ['chengbo', 'wujun'],
  '秩序巡逻 afternoon': ['chengbo', 'wujun'],
  '秩序巡逻 evening': ['gaopeng', 'mahui'],
  '秩序巡逻 midnight': ['gaopeng', 'mahui'],
  '电梯日巡 morning': ['hetao', 'hetao', 'zhaoqiang', 'zhaoqiang'],
  '设备房巡检 morning': ['zhaoqiang', 'hetao'],
  '设备房巡检 evening': ['hetao', 'zhaoqiang'],
  '一期保洁检查 morning': ['tianlan'],
  '二期保洁检查 morning': ['guoyan'],
  '绿化养护 day': ['luolin'],
  '装修巡查 day': ['sunjia', 'wangfang', 'limin'],
  '空置房巡查 day': ['limin', 'sunjia'],
  '夜查 night': ['zhoujie'],
  '楼栋巡查 day': ['limin'],
}

/** Days on which somebody is off, and who stands in. */
const OFF: Readonly<Record<string, readonly [weekday: number, standIn: string]>> = {
  limin: [7, 'sunjia'],
  sunjia: [6, 'limin'],
  zhaoqiang: [7, 'hetao'],
  hetao: [6, 'zhaoqiang'],
  tianlan: [3, 'guoyan'],
  guoyan: [4, 'tianlan'],
  wangfang: [2, 'limin'],
}

const present = (account: string, day: CalendarDay): string => {
  const [weekday, standIn] = OFF[account] ?? [0, account]
  return weekdayOf(day) === weekday ? standIn : account
}

export const isPresent = (account: string, day: CalendarDay): boolean =>
  present(account, day) === account

const inTurn = (plan: string, slot: string, day: CalendarDay, ahead: number): string => {
  const turn = ROTA[`${plan} ${slot}`] ?? []
  const account = turn[(dayNumber(day) + ahead) % turn.length]
  if (!account) throw new Error(`Nobody walks ${plan} ${slot}`)
  return present(account, day)
}

export const walkerOf = (plan: string, slot: string, day: CalendarDay): string =>
  inTurn(plan, slot, day, 0)

/** Whose turn would be next: who takes it over when the walker cannot. */
export const colleagueOf = (plan: string, slot: string, day: CalendarDay): string =>
  inTurn(plan, slot, day, 1)

/** The stewards share their round: 孙佳 joins for the buildings she serves. */
export const stewardOf = (building: number, day: CalendarDay): string =>
  present(building <= 4 ? 'limin' : 'sunjia', day)
