import type { CallerId } from '../../../src/domain/caller'
import { DAY, HOUR, MINUTE, type Instant } from '../../../src/domain/instant'
import type { Place } from '../../../src/domain/place'
import { pathOf } from '../../../src/domain/place-path'
import type { TicketId } from '../../../src/domain/ticket/ticket'
import { wallClock } from '../../../src/domain/time-zone'
import { weekdayOf } from '../../../src/domain/calendar-day'
import type { Chance } from '../chance'
import type { World } from '../world'
import { demonstrationId } from '../writer'
import { takeDown, type Told } from './desk'
import { COMPLAINTS } from './complaint'
import type { OwnerMatter } from './matter'
import { OTHER_WORDS } from './other-word'
import { REPAIRS } from './repair'
import { settle } from './settle'

const MATTERS = [...REPAIRS, ...COMPLAINTS, ...OTHER_WORDS]

const SURNAMES = '王李张刘陈杨黄赵周吴徐孙马朱胡林郭何高罗郑梁谢宋唐许邓冯韩曹'.split('')
const GIVEN = [
  ...['建国', '秀英', '伟', '芳', '敏', '静', '丽', '强', '磊', '洋', '艳', '勇', '军', '杰'],
  ...['玉兰', '桂英', '志强', '晓燕', '海涛', '雪梅', '国平', '文斌', '婷婷', '子轩', '佳怡'],
]

const CHANNELS: readonly Told['channel'][] = [
  ...(['phone', 'phone', 'phone', 'wechat', 'wechat', 'walkIn', 'door', 'hotline'] as const),
]

/** Matters of these few days that are open still are told one by one elsewhere. */
const TOLD_ELSEWHERE = /下水|门禁/

const pickWeighted = (chance: Chance, isLate: boolean): OwnerMatter => {
  const matters = MATTERS.filter(({ title }) => !isLate || !TOLD_ELSEWHERE.test(title))
  let luck = chance.next() * matters.reduce((sum, { weight }) => sum + weight, 0)
  for (const matter of matters) {
    luck -= matter.weight
    if (luck < 0) return matter
  }
  return chance.pick(MATTERS)
}

/** When people speak up: by day, more in the evening and at weekends. */
const hourOf = (chance: Chance): number =>
  chance.isLucky(0.35) ? 17.5 + chance.next() * 3.5 : 8.5 + chance.next() * 9

/** The riser on which the same trouble comes back: one to be seen in the bud. */
const RISER = '5栋1单元'
const FROM_RISER = '厨房下水堵'

export class SixtyDays {
  #count = 0

  constructor(
    private readonly world: World,
    private readonly homes: readonly Place[],
    private readonly riser: readonly Place[],
    private readonly stewardOf: (home: Place) => string,
  ) {}

  tell(): void {
    const { began, now, zone, chance } = this.world
    for (let day = began; day < now - 7 * HOUR; day += DAY) {
      const { day: local, minutes } = wallClock(day, zone)
      const midnight = day - minutes * MINUTE
      const most = weekdayOf(local) >= 6 ? 4 : 3
      for (let left = chance.whole(1, most); left > 0; left -= 1)
        this.#hear(midnight + Math.round(hourOf(chance) * 60) * MINUTE)
    }
  }

  #hear(at: Instant): void {
    const { world } = this
    const { chance } = world
    if (at < world.began || at > world.now) return
    const matter = pickWeighted(chance, at > world.now - 6 * DAY)
    const homes = matter.title === FROM_RISER && chance.isLucky(0.6) ? this.riser : this.homes
    const home = chance.pick(homes.filter(({ kind }) => kind === 'unit'))
    const number = (this.#count += 1)
    const ticket = demonstrationId<TicketId>(`owner ticket ${number}`)
    const channel = chance.pick(CHANNELS)
    const hears = channel === 'door' ? ['limin', 'sunjia'] : ['wangfang', 'wangfang', 'limin']
    const taker = world.hand(chance.pick(hears))
    const responsible = world.hand(this.stewardOf(home))
    const sees = matter.scene !== undefined && (channel === 'wechat' || channel === 'door')
    const { kind, title, urgent = false, major } = matter
    takeDown(world, {
      ...{ ticket, caller: demonstrationId<CallerId>(`owner caller ${number}`), at, taker },
      ...{ responsible, home: home.id, channel, kind, title, urgent },
      ...{ name: chance.pick(SURNAMES) + chance.pick(GIVEN), phone: this.#phone() },
      ...{ words: chance.pick(matter.words), gravity: major ? 'major' : 'ordinary' },
      photos: matter.scene && sees ? [world.album.take(taker, matter.scene, false, at)] : [],
    })
    settle(world, { ticket, at, taker, responsible, matter })
  }

  /** Plainly made up, so that nobody's phone rings. */
  #phone(): string {
    return `1380000${String(this.world.chance.whole(0, 9_999)).padStart(4, '0')}`
  }
}

export const hearSixtyDays = (world: World, places: readonly Place[]): void => {
  const homes = places.filter((place) => place.kind === 'unit' && place.occupancy !== 'vacant')
  const entrance = demonstrationId(`place ${RISER}`)
  const riser = homes.filter(({ within, order }) => within === entrance && order % 100 === 1)
  const placeById = new Map(places.map((place) => [place.id, place]))
  const stewardOf = (home: Place): string => {
    const building = pathOf(home, (id) => placeById.get(id)).find(({ kind }) => kind === 'building')
    return (building?.order ?? 1) <= 4 ? 'limin' : 'sunjia'
  }
  new SixtyDays(world, homes, riser, stewardOf).tell()
}
