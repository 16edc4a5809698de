import type { CalendarDay } from '../../src/domain/calendar-day'
import type { Checkpoint } from '../../src/domain/checkpoint'
import type { CommunityId } from '../../src/domain/community'
import type { Facility } from '../../src/domain/facility'
import type { Form, FormId } from '../../src/domain/form/form'
import type { StaffId } from '../../src/domain/id'
import type { PatrolPlan } from '../../src/domain/patrol-plan'
import type { PlaceId } from '../../src/domain/place'
import type { Route } from '../../src/domain/route'
import { WITHIN } from '../../src/domain/position'
import { CHECKLISTS } from './checklists'
import { OUTDOORS } from './outdoors'
import type { RouteSketch, Stop } from './route-sketch'
import { demonstrationId } from './writer'

export const formsOf = (company: string): readonly Form[] =>
  CHECKLISTS.map(({ key, ...rest }) => ({
    id: demonstrationId<Form['id']>(`${company} form ${key} 1`),
    form: demonstrationId<FormId>(`${company} form ${key}`),
    version: 1,
    purpose: 'checklist',
    ...rest,
  }))

export interface Planning {
  readonly checkpoints: readonly Checkpoint[]
  readonly routes: readonly Route[]
  readonly plans: readonly PatrolPlan[]
}

/** Where the sky is open, the point says where it is. */
const positionOf = (place: string): Pick<Checkpoint, 'position'> => {
  const spot = OUTDOORS[place]
  return spot ? { position: { ...spot, within: WITHIN } } : {}
}

/** The routes of the demonstration, their checkpoints and when they are walked. */
export const planningOf = (
  community: CommunityId,
  from: CalendarDay,
  sketches: readonly RouteSketch[],
  staffOf: (account: string) => StaffId,
): Planning => {
  const pointId = (stop: string, route: string) =>
    demonstrationId<Checkpoint['id']>(`checkpoint ${route} ${stop}`)
  const checkpointOf = (stop: Stop, route: string): Checkpoint => ({
    id: pointId(stop.name, route),
    ...{ community, name: stop.name },
    place: demonstrationId<PlaceId>(`place ${stop.place}`),
    facility: stop.facility ? demonstrationId<Facility['id']>(`facility ${stop.facility}`) : null,
    form: demonstrationId<FormId>(`mengya form ${stop.checklist}`),
    token: demonstrationId<string>(`token ${route} ${stop.name}`).replaceAll('-', ''),
    ...positionOf(stop.place),
  })
  const drawn = sketches.map((sketch) => {
    const { key, name, order, weekdays, slots, roles, checker, spacing, windows } = sketch
    const points = sketch.stops.map((stop) => checkpointOf(stop, key))
    const route: Route = {
      id: demonstrationId<Route['id']>(`route ${name}`),
      ...{ community, name, order, stops: points.map(({ id }) => id) },
    }
    const plan: PatrolPlan = {
      id: demonstrationId<PatrolPlan['id']>(`plan ${name}`),
      ...{ community, name, route: route.id, weekdays, slots, roles, from, until: null },
      walkers: checker ? [staffOf(checker)] : null,
      ...(checker ? { nightCheck: { checker: staffOf(checker) } } : {}),
      ...(spacing ? { spacing } : {}),
      ...(windows
        ? {
            windows: windows.map(({ stop, ...rest }) => ({
              checkpoint: pointId(stop, key),
              ...rest,
            })),
          }
        : {}),
    }
    return { points, route, plan }
  })
  return {
    checkpoints: drawn.flatMap(({ points }) => points),
    routes: drawn.map(({ route }) => route),
    plans: drawn.map(({ plan }) => plan),
  }
}
