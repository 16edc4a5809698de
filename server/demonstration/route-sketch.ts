import type { PatrolPlan, StopWindow } from '../../src/domain/patrol-plan'
import type { Route } from '../../src/domain/route'

export interface Stop {
  readonly name: string
  readonly place: string
  readonly checklist: string
  readonly facility?: string
}

/** A route and when it is walked, by names; ids follow from them. */
export interface RouteSketch {
  readonly key: string
  readonly name: string
  readonly order: Route['order']
  readonly stops: readonly Stop[]
  readonly weekdays: readonly number[]
  readonly slots: PatrolPlan['slots']
  readonly roles: PatrolPlan['roles']
  /** Whose night check it is, by account: nobody else knows of it before it is over. */
  readonly checker?: string
  readonly spacing?: PatrolPlan['spacing']
  readonly windows?: readonly (Omit<StopWindow, 'checkpoint'> & { readonly stop: string })[]
}

const WEEK = [1, 2, 3, 4, 5, 6, 7]
const WORKING = [1, 2, 3, 4, 5, 6]
const ZONE_ONE = [1, 2, 3, 4]
const ZONE_TWO = [5, 6, 7, 8]
const ALL = [...ZONE_ONE, ...ZONE_TWO]

const slot = (key: string, name: string, opens: number, closes: number) => ({
  ...{ key, name, opens: Math.round(opens * 60), closes: Math.round(closes * 60) },
})

const ofBuildings = (numbers: readonly number[], what: string, checklist: string): Stop[] =>
  numbers.map((number) => ({ name: `${number}栋 ${what}`, place: `${number}栋`, checklist }))

const floor = (number: number): Stop[] => ofBuildings([number], '楼层消防', 'fire-floor')

const FIRE: RouteSketch = {
  ...{ key: 'fire', name: '消防巡查', order: 'any', weekdays: WEEK },
  stops: [
    {
      ...{ name: '消防控制室', place: '消防控制室', checklist: 'fire-control' },
      facility: '火灾报警主机',
    },
    ...floor(1),
    ...floor(2),
    {
      ...{ name: '3栋 B1 消防泵房', place: '3栋B1消防泵房', checklist: 'fire-pump' },
      facility: '2号消火栓泵',
    },
    ...floor(3),
    ...floor(4),
    { name: '一期地库', place: '一期地库', checklist: 'fire-garage' },
    ...ZONE_TWO.flatMap(floor),
    { name: '二期地库', place: '二期地库', checklist: 'fire-garage' },
  ],
  slots: [
    slot('morning', '上午', 8, 11.5),
    slot('afternoon', '下午', 13.5, 18),
    slot('night', '夜间', 21, 26),
  ],
  roles: ['steward', 'engineer', 'security'],
  // Whoever begins shows himself in the control room first.
  windows: [{ stop: '消防控制室', by: 'opening', from: 0, until: 150 }],
}

const STEWARD: RouteSketch = {
  ...{ key: 'steward', name: '楼栋巡查', order: 'any', weekdays: WEEK },
  stops: ofBuildings(ALL, '楼栋巡查', 'steward-building'),
  slots: [slot('day', '当日', 8.5, 18)],
  roles: ['steward', 'customerService'],
}

const SECURITY: RouteSketch = {
  ...{ key: 'security', name: '秩序巡逻', order: 'any', weekdays: WEEK },
  stops: [
    { ...{ name: '东门和围墙', place: '东门', checklist: 'grounds' }, facility: '东门车行道闸' },
    { name: '一期地库 巡逻', place: '一期地库', checklist: 'garage' },
    { name: '二期地库 巡逻', place: '二期地库', checklist: 'garage' },
    { name: '西门和儿童乐园', place: '儿童乐园', checklist: 'grounds' },
  ],
  slots: [
    ...[slot('morning', '早班', 8.5, 10.5), slot('afternoon', '午后', 14, 16)],
    ...[slot('evening', '傍晚', 18.5, 20.5), slot('midnight', '后半夜', 23.5, 26.5)],
  ],
  roles: ['security'],
  spacing: { rounds: 90, visits: 60 },
  windows: [{ stop: '东门和围墙', by: 'opening', from: 0, until: 90 }],
}

const LIFT: RouteSketch = {
  ...{ key: 'lift', name: '电梯日巡', order: 'any', weekdays: WEEK },
  stops: ALL.map((number) => ({
    ...{ name: `${number}栋 电梯`, place: `${number}栋`, checklist: 'lift' },
    facility: `${number}栋1单元电梯`,
  })),
  slots: [slot('morning', '上午', 7.5, 11)],
  roles: ['engineer'],
}

const PLANT: RouteSketch = {
  ...{ key: 'plant', name: '设备房巡检', order: 'fixed', weekdays: WEEK },
  stops: [
    {
      ...{ name: '5栋 B1 生活水泵房', place: '5栋B1生活水泵房', checklist: 'water-pump' },
      facility: '1号变频泵',
    },
    { ...{ name: '二期 低压配电房', place: '配电房', checklist: 'power' }, facility: '1号变压器' },
  ],
  slots: [slot('morning', '上午', 8, 10.5), slot('evening', '傍晚', 16, 18.5)],
  roles: ['engineer'],
}

const cleaning = (
  key: string,
  zone: string,
  numbers: readonly number[],
  more: Stop,
): RouteSketch => ({
  ...{ key, name: `${zone}保洁检查`, order: 'any', weekdays: WEEK, roles: ['cleaner'] },
  stops: [...ofBuildings(numbers, '保洁', 'cleaning'), more],
  slots: [slot('morning', '上午', 9.5, 12)],
})

const GARDEN: RouteSketch = {
  ...{ key: 'garden', name: '绿化养护', order: 'any', weekdays: [1, 4], roles: ['gardener'] },
  stops: ['中心花园', '儿童乐园', '东门'].map((place) => ({
    ...{ name: `${place} 绿化`, place, checklist: 'landscape' },
  })),
  slots: [slot('day', '当日', 8, 12)],
}

const RENOVATION: RouteSketch = {
  ...{ key: 'renovation', name: '装修巡查', order: 'any', weekdays: WORKING },
  stops: ['2栋1单元602', '6栋1单元1202', '7栋2单元503'].map((place) => ({
    ...{ name: `${place} 装修`, place, checklist: 'renovation' },
  })),
  slots: [slot('day', '当日', 9.5, 17.5)],
  roles: ['steward', 'customerService'],
}

const vacant = (homes: readonly string[]): RouteSketch => ({
  ...{ key: 'vacant', name: '空置房巡查', order: 'any', weekdays: [3] },
  stops: homes.map((place) => ({ name: `${place} 空置房`, place, checklist: 'vacant' })),
  slots: [slot('day', '当日', 9, 17.5)],
  roles: ['steward', 'engineer'],
})

const NIGHT: RouteSketch = {
  ...{
    key: 'night',
    name: '夜查',
    order: 'any',
    weekdays: [2, 5],
    roles: ['supervisor', 'manager'],
  },
  stops: [
    { name: '东门岗 夜查', place: '东门', checklist: 'night-post' },
    { name: '监控中心 夜查', place: '消防控制室', checklist: 'night-post' },
    { name: '一期地库 夜查', place: '一期地库', checklist: 'night-place' },
    { name: '二期地库 夜查', place: '二期地库', checklist: 'night-place' },
  ],
  slots: [slot('night', '夜间', 23, 26)],
  checker: 'zhoujie',
}

/** Every round of 萌芽花园. */
export const routeSketches = (vacantHomes: readonly string[]): readonly RouteSketch[] => [
  ...[FIRE, STEWARD, SECURITY, LIFT, PLANT],
  cleaning('clean-1', '一期', ZONE_ONE, {
    name: '东门 保洁',
    place: '东门',
    checklist: 'cleaning',
  }),
  cleaning('clean-2', '二期', ZONE_TWO, {
    name: '垃圾站 保洁',
    place: '垃圾站',
    checklist: 'cleaning',
  }),
  ...[GARDEN, RENOVATION, vacant(vacantHomes), NIGHT],
]
