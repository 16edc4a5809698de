import { DAY, HOUR, MINUTE } from '../../src/domain/instant'
import type { PlaceId } from '../../src/domain/place'
import { dueOf } from '../../src/domain/ticket/clock-rule'
import type { TicketId } from '../../src/domain/ticket/ticket'
import { wallClock } from '../../src/domain/time-zone'
import type { Scene } from './album'
import { liveThrough } from './ticket-life'
import type { Trade } from './trouble/trouble'
import type { World } from './world'
import { demonstrationId } from './writer'

interface Seen {
  readonly title: string
  readonly place: string
  readonly scene: Scene
  readonly trade: Trade
  readonly done: string
  readonly hazard?: boolean
}

/** What staff see on their way and snap (随手拍). */
const SEEN: readonly Seen[] = [
  {
    title: '草坪喷头断了,一直冒水',
    place: '中心花园',
    scene: 'bush',
    trade: 'gardener',
    done: '换了喷头,试喷正常',
  },
  {
    title: '滑梯旁地垫翘边',
    place: '儿童乐园',
    scene: 'tile',
    trade: 'engineer',
    done: '地垫重新粘牢,踩过不翘',
    hazard: true,
  },
  {
    title: '西门减速带松了',
    place: '西门',
    scene: 'gate',
    trade: 'engineer',
    done: '补了三颗膨胀螺丝',
  },
  {
    title: '垃圾站外有人丢大件沙发',
    place: '垃圾站',
    scene: 'bins',
    trade: 'cleaner',
    done: '叫大件清运车拉走',
  },
  {
    title: '人行道地砖松动,老人差点绊倒',
    place: '东门',
    scene: 'tile',
    trade: 'engineer',
    done: '三块砖重新坐浆',
    hazard: true,
  },
  {
    title: '花坛边堆了装修袋',
    place: '中心花园',
    scene: 'rubble',
    trade: 'cleaner',
    done: '清走,找到是6栋的装修队',
  },
  {
    title: '车棚门锁坏',
    place: '二期',
    scene: 'ebike',
    trade: 'engineer',
    done: '换了锁,钥匙交门岗',
  },
  {
    title: '宣传栏玻璃裂了',
    place: '西门',
    scene: 'board',
    trade: 'engineer',
    done: '换了玻璃,胶带撤掉',
  },
  {
    title: '地库入口排水沟盖板响',
    place: '一期地库',
    scene: 'puddle',
    trade: 'engineer',
    done: '盖板垫了胶条,过车不响',
  },
  {
    title: '树枝压到路灯',
    place: '东门',
    scene: 'bush',
    trade: 'gardener',
    done: '修掉两根枝,灯露出来了',
  },
]

const WALKS: readonly string[] = [
  'limin',
  'sunjia',
  'wujun',
  'chengbo',
  'tianlan',
  'luolin',
  'zhoujie',
  'hetao',
]

/** A few a week, each through its whole life. */
export const seeInPassing = (world: World): void => {
  const { chance, community, began, now, zone } = world
  for (let day = began + DAY; day < now - 3 * HOUR; day += DAY) {
    if (!chance.isLucky(0.42)) continue
    const { minutes } = wallClock(day, zone)
    const at = day + (chance.whole(8 * 60, 18 * 60) - minutes) * MINUTE
    if (at > now) continue
    const { title, place, scene, trade, done, hazard = false } = chance.pick(SEEN)
    const finder = world.hand(chance.pick(WALKS))
    const ticket = demonstrationId<TicketId>(`passing ${day - began}`)
    const kind = hazard ? ('hazard' as const) : ('defect' as const)
    const matter = { kind, gravity: 'ordinary' as const, urgent: false }
    world.timeline.add(finder, at, 'Ticket', ticket, {
      ...{ act: 'receive', community: community.id, ...matter, title, words: '' },
      ...{
        place: demonstrationId<PlaceId>(`place ${place}`),
        facility: null,
        spot: '',
        home: null,
      },
      ...{ caller: null, firstResponsible: finder.staff, origin: { by: 'staff' } },
      due: dueOf(matter, at, community),
      ...{ photos: [world.album.take(finder, scene, false, at)], sounds: [], fixed: null },
    })
    const days = hazard ? 0.15 : 0.5 + chance.next() * 2
    liveThrough(world, {
      ...{ ticket, at, finder, isHazard: hazard, trade, scene, done, days, parts: '' },
    })
  }
}
