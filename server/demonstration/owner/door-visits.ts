import { addDays } from '../../../src/domain/calendar-day'
import { HOUR } from '../../../src/domain/instant'
import { homesOf, matrixOf, placesWithin, type Unit } from '../../../src/domain/home/matrix'
import type { Place, PlaceId } from '../../../src/domain/place'
import { instantOf, localDay } from '../../../src/domain/time-zone'
import type { OwnerVisitAct, OwnerVisitId } from '../../../src/domain/visit/owner-visit'
import { Chance } from '../chance'
import { PEOPLE } from '../people'
import type { World } from '../world'
import { demonstrationId } from '../writer'
import { QUESTIONNAIRE } from './door-matters'
import { CALLED, LOOKED, SAID, WISHES } from './visit-words'

type Told = Partial<Extract<OwnerVisitAct, { act: 'record' }>>
type When = readonly [day: number, hour: number]

/** Of its own, so that no other story of the demonstration changes with it. */
const SEED = 7
const HOURS = [9.3, 10.1, 10.8, 14.4, 15.3, 16.2, 19.3, 20.1] as const
/** Days back: most homes were met in time, some are past their day, a few nobody has reached. */
const DOOR = { inTime: 168, late: 230 } as const
const PHONE = { inTime: 27, late: 50 } as const

/** The visits and contacts of the last months, by whoever serves the building. */
export const visitDoors = (world: World, places: readonly Place[]): void => {
  const chance = new Chance(SEED)
  const today = localDay(world.now, world.zone)
  const within = placesWithin(places)
  const stewardOf = (building: number) =>
    PEOPLE.find(
      ({ roles, buildings }) => roles.includes('steward') && buildings?.includes(building),
    )?.account ?? 'limin'

  const write = (by: string, home: Unit, building: PlaceId, [day, hour]: When, told: Told) => {
    const at = instantOf(addDays(today, day), Math.round(hour * 60), world.zone)
    const name = `visit ${home.id} ${String(day)} ${String(hour)}`
    world.timeline.add(world.hand(by), at, 'OwnerVisit', demonstrationId<OwnerVisitId>(name), {
      ...{ act: 'record', community: world.community.id, building, home: home.id },
      ...{
        happenedAt: null,
        channel: 'door',
        result: 'met',
        slip: false,
        with: [],
        said: '',
        wish: '',
      },
      ...{ consent: false, photos: [], next: null, heeds: [], quiet: null },
      ...{ handed: [], fee: null, asked: null },
      ...told,
    })
  }
  const back = ({ inTime, late }: typeof DOOR | typeof PHONE): number | null => {
    const luck = chance.next()
    if (luck > 0.95) return null
    return -(luck > 0.84 ? chance.whole(inTime, late) : chance.whole(1, inTime))
  }
  const when = (day: number): When => [day, chance.pick(HOURS)]

  const lookThrough = (by: string, home: Unit, building: PlaceId) => {
    write(by, home, building, when(-chance.whole(2, 36)), {
      ...{ result: 'inspected', said: chance.pick(LOOKED) },
    })
    if (chance.isLucky(0.6))
      write(by, home, building, when(-chance.whole(5, 80)), {
        ...{ channel: 'phone', said: '电话联系到业主,说了房子的情况' },
      })
  }
  const meet = (by: string, home: Unit, building: PlaceId) => {
    const [door, phone] = [back(DOOR), back(PHONE)]
    if (door !== null) {
      const wish = chance.isLucky(0.08) ? chance.pick(WISHES) : ''
      write(by, home, building, when(door), { said: chance.pick(SAID), wish })
    }
    if ((door === null || door < -DOOR.inTime) && chance.isLucky(0.5))
      write(by, home, building, when(-chance.whole(1, 20)), {
        ...{ result: chance.isLucky(0.15) ? 'refused' : 'notHome', slip: chance.isLucky(0.7) },
      })
    if (phone !== null && (door === null || phone > door))
      write(by, home, building, when(phone), {
        channel: chance.isLucky(0.3) ? 'message' : 'phone',
        said: chance.pick(CALLED),
      })
  }

  const buildings = places.filter(({ kind }) => kind === 'building')
  for (const building of buildings) {
    const by = stewardOf(Number.parseInt(building.label, 10))
    for (const home of homesOf(matrixOf(building, within)))
      if (home.occupancy === 'vacant') lookThrough(by, home, building.id)
      else meet(by, home, building.id)
  }

  const homeOf = (name: string): { readonly home: Unit; readonly building: PlaceId } => {
    const found = places.find(({ id }) => id === demonstrationId(`place ${name}`))
    const building = demonstrationId<PlaceId>(`place ${name.slice(0, name.indexOf('栋') + 1)}`)
    if (found?.kind !== 'unit') throw new Error(`${name} is no home`)
    return { home: found, building }
  }
  const agree = (by: string, name: string, said: string, from: When) => {
    const { home, building } = homeOf(name)
    const at = instantOf(addDays(today, from[0]), Math.round(from[1] * 60), world.zone)
    write(by, home, building, [-1, 10.4], {
      ...{ channel: 'phone', said, next: { from: at, until: at + HOUR } },
    })
  }
  const heed = (by: string, name: string, day: number, told: Told) => {
    const { home, building } = homeOf(name)
    write(by, home, building, [day, 15.1], told)
  }
  agree('limin', '3栋1单元902', '约了晚饭后上门看阳台', [0, 19.5])
  agree('limin', '1栋1单元601', '白天上班,约明天上午', [1, 10])
  agree('sunjia', '5栋1单元1202', '约明天下午一起看渗水的地方', [1, 15])
  heed('limin', '2栋2单元301', -34, {
    said: '老人独自住,子女在外地,说话要慢一点',
    heeds: [{ what: 'key', reason: '老人独居,每月上门看一次', until: addDays(today, 150) }],
  })
  heed('limin', '4栋1单元1102', -20, {
    said: '为装修押金的事情绪激动,说清楚了流程',
    heeds: [{ what: 'together', reason: '上次当面争执,两个人去好说话', until: addDays(today, 70) }],
  })
  const asked = (clean: string, repair: string): Told => ({
    asked: {
      form: QUESTIONNAIRE.id,
      answers: [
        { item: 'clean', value: clean },
        { item: 'repair', value: repair },
      ],
    },
  })
  heed('limin', '3栋1单元502', -9, { said: '都挺好', ...asked('good', 'good') })
  heed('limin', '1栋1单元302', -8, {
    ...{ said: '觉得楼道打扫少了', ...asked('poor', 'good') },
    fee: { reason: 'quality', words: '楼道卫生跟上了就交', payOn: addDays(today, 10) },
  })
  heed('sunjia', '5栋1单元402', -7, {
    ...{ said: '人常在外地,月底回来', ...asked('fair', 'good') },
    fee: { reason: 'away', words: '月底回来一起交', payOn: addDays(today, 5) },
  })
  heed('sunjia', '6栋1单元801', -12, {
    said: '腿脚不便,停电停梯先告诉她',
    heeds: [{ what: 'key', reason: '行动不便,每月上门看一次', until: addDays(today, 170) }],
  })
}
