import type { CalendarDay } from '../../src/domain/calendar-day'
import type { Checkpoint } from '../../src/domain/checkpoint'
import type { CommunityId } from '../../src/domain/community'
import type { Facility } from '../../src/domain/facility'
import type { Form, FormId } from '../../src/domain/form/form'
import type { PatrolPlan } from '../../src/domain/patrol-plan'
import type { PlaceId } from '../../src/domain/place'
import type { Route } from '../../src/domain/route'
import { CHECKLISTS } from './checklists'
import { demonstrationId } from './writer'

export const formsOf = (company: string): readonly Form[] =>
  CHECKLISTS.map(({ key, ...rest }) => ({
    id: demonstrationId<Form['id']>(`${company} form ${key} 1`),
    form: demonstrationId<FormId>(`${company} form ${key}`),
    version: 1,
    purpose: 'checklist',
    ...rest,
  }))

interface Stop {
  readonly name: string
  readonly place: string
  readonly checklist: string
  readonly facility?: string
}

const FIRE_STOPS: readonly Stop[] = [
  { name: '消防控制室', place: '消防控制室', checklist: 'fire-control', facility: '火灾报警主机' },
  { name: '1栋 楼层消防', place: '1栋', checklist: 'fire-floor' },
  { name: '2栋 楼层消防', place: '2栋', checklist: 'fire-floor' },
  {
    name: '3栋 B1 消防泵房',
    place: '3栋B1消防泵房',
    checklist: 'fire-pump',
    facility: '2号消火栓泵',
  },
  { name: '3栋 楼层消防', place: '3栋', checklist: 'fire-floor' },
  { name: '4栋 楼层消防', place: '4栋', checklist: 'fire-floor' },
  { name: '一期地库', place: '一期地库', checklist: 'fire-garage' },
  { name: '5栋 楼层消防', place: '5栋', checklist: 'fire-floor' },
  { name: '6栋 楼层消防', place: '6栋', checklist: 'fire-floor' },
  { name: '7栋 楼层消防', place: '7栋', checklist: 'fire-floor' },
  { name: '8栋 楼层消防', place: '8栋', checklist: 'fire-floor' },
  { name: '二期地库', place: '二期地库', checklist: 'fire-garage' },
]

const STEWARD_STOPS: readonly Stop[] = [1, 2, 3, 4, 5, 6, 7, 8].map((number) => ({
  name: `${number}栋 楼栋巡查`,
  place: `${number}栋`,
  checklist: 'steward-building',
}))

export interface Planning {
  readonly checkpoints: readonly Checkpoint[]
  readonly routes: readonly Route[]
  readonly plans: readonly PatrolPlan[]
}

const WEEK = [1, 2, 3, 4, 5, 6, 7]

/** The two routes of the demonstration, their checkpoints and when they are walked. */
export const planningOf = (community: CommunityId, from: CalendarDay): Planning => {
  const checkpointOf = (stop: Stop, route: string): Checkpoint => ({
    id: demonstrationId<Checkpoint['id']>(`checkpoint ${route} ${stop.name}`),
    ...{ community, name: stop.name },
    place: demonstrationId<PlaceId>(`place ${stop.place}`),
    facility: stop.facility ? demonstrationId<Facility['id']>(`facility ${stop.facility}`) : null,
    form: demonstrationId<FormId>(`mengya form ${stop.checklist}`),
    token: demonstrationId<string>(`token ${route} ${stop.name}`).replaceAll('-', ''),
  })
  const routeOf = (name: string, order: Route['order'], points: readonly Checkpoint[]): Route => ({
    id: demonstrationId<Route['id']>(`route ${name}`),
    ...{ community, name, order, stops: points.map(({ id }) => id) },
  })
  const planOf = (
    route: Route,
    roles: PatrolPlan['roles'],
    slots: PatrolPlan['slots'],
  ): PatrolPlan => ({
    id: demonstrationId<PatrolPlan['id']>(`plan ${route.name}`),
    ...{ community, name: route.name, route: route.id, weekdays: WEEK, slots, roles },
    ...{ walkers: null, from, until: null },
  })
  const firePoints = FIRE_STOPS.map((stop) => checkpointOf(stop, 'fire'))
  const stewardPoints = STEWARD_STOPS.map((stop) => checkpointOf(stop, 'steward'))
  const fire = routeOf('消防巡查', 'any', firePoints)
  const steward = routeOf('楼栋巡查', 'any', stewardPoints)
  return {
    checkpoints: [...firePoints, ...stewardPoints],
    routes: [fire, steward],
    plans: [
      planOf(
        fire,
        ['steward', 'engineer', 'security'],
        [
          { key: 'morning', name: '上午', opens: 480, closes: 690 },
          { key: 'afternoon', name: '下午', opens: 810, closes: 1_080 },
          { key: 'night', name: '夜间', opens: 1_260, closes: 1_560 },
        ],
      ),
      planOf(
        steward,
        ['steward', 'customerService'],
        [{ key: 'day', name: '当日', opens: 510, closes: 1_080 }],
      ),
    ],
  }
}
