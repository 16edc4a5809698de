import { addDays } from '../../src/domain/calendar-day'
import type { FacilityId } from '../../src/domain/facility'
import { HOUR, MINUTE, type Instant } from '../../src/domain/instant'
import type { InterruptionId } from '../../src/domain/interruption/interruption'
import { interruptionReachId } from '../../src/domain/interruption/reach'
import type { Place, PlaceId } from '../../src/domain/place'
import { instantOf, localDay } from '../../src/domain/time-zone'
import type { World } from './world'
import { demonstrationId, nameId } from './writer'

const facility = (name: string) => demonstrationId<FacilityId>(`facility ${name}`)

/** A lift that stood still last week, told door by door; and a tank that is cleaned tomorrow. */
export const tellStops = (world: World, places: readonly Place[]): void => {
  const { timeline, now, zone, community } = world
  const today = localDay(now, zone)
  const on = (days: number, hour: number): Instant =>
    instantOf(addDays(today, days), hour * 60, zone)
  const [engineer, steward, service] = ['hetao', 'limin', 'wangfang'].map((who) => world.hand(who))
  if (!engineer || !steward || !service) return

  const lift = demonstrationId<InterruptionId>('interruption lift')
  const began = on(-6, 10)
  const said = timeline.answer(engineer, began, 'ServiceInterruption', lift, () => ({
    ...{ act: 'announce', community: community.id, what: 'lift', kind: 'sudden', places: [] },
    ...{ facilities: [facility('3栋2单元电梯')], reason: '门机故障,维保正在赶来' },
    ...{ from: began, until: began + 2 * HOUR },
  }))
  const building = demonstrationId<PlaceId>('place 3栋')
  const entrance = demonstrationId<PlaceId>('place 3栋2单元')
  const homes = places.flatMap((each) =>
    each.kind === 'unit' && each.within === entrance ? each.id : [],
  )
  const reach = interruptionReachId(lift, building, nameId)
  const tell = (at: Instant, of: typeof said, told: readonly PlaceId[], isBulk: boolean) =>
    timeline.answer(steward, at, 'InterruptionReach', reach, () => ({
      ...{ act: 'tell', interruption: lift, community: community.id, building },
      ...{ of: of.id ?? ('' as never), homes: told, how: isBulk ? 'message' : 'phone' },
      reached: true,
    }))
  tell(began + 8 * MINUTE, said, homes.slice(0, 4), false)
  tell(began + 14 * MINUTE, said, homes.slice(4), true)
  const restoredAt = began + 95 * MINUTE
  const restored = timeline.answer(engineer, restoredAt, 'ServiceInterruption', lift, () => ({
    ...{ act: 'restore', restoredAt, words: '换了门机皮带,试运行正常' },
  }))
  tell(restoredAt + 6 * MINUTE, restored, homes, true)

  const tank = demonstrationId<InterruptionId>('interruption tank')
  timeline.add(service, now - 3 * HOUR, 'ServiceInterruption', tank, {
    ...{ act: 'announce', community: community.id, what: 'water', kind: 'planned', places: [] },
    ...{ facilities: [facility('1号变频泵')], reason: '低区水泵检修,10 层及以下停水' },
    ...{ from: on(1, 13), until: on(1, 17) },
  })
}
