import { DAY, HOUR, type Instant } from '../../src/domain/instant'
import type { TicketId } from '../../src/domain/ticket/ticket'
import type { Trade } from './trouble/trouble'
import type { Scene } from './album'
import type { Hand } from './timeline'
import { TicketPen } from './ticket-pen'
import type { World } from './world'

/** A matter of ours, without an owner to tell: found on a round or seen in passing. */
export interface Matter {
  readonly ticket: TicketId
  readonly at: Instant
  readonly finder: Hand
  readonly isHazard: boolean
  readonly trade: Trade
  readonly scene: Scene
  readonly done: string
  readonly days: number
  readonly parts: string
}

const GOES: readonly string[] = ['你去看一下', '今天处理掉', '处理完拍照', '']
const SEEN: readonly string[] = ['到现场看过,和描述一致', '到场,先围起来', '到了,开始处理']
const BACK: readonly string[] = ['还是老样子,请再处理', '只做了一半,边上还在漏', '现场没清理干净']
const GOOD: readonly string[] = ['看过了,好了', '试过,正常', '现场复查合格,照片为证']

const waitForParts = (world: World, pen: TicketPen, matter: Matter, hand: Hand): void => {
  const until = pen.now + world.chance.whole(2, 9) * DAY
  pen.step(hand, {
    ...{ act: 'putOff', why: 'parts', until },
    words: `${matter.parts || '配件'}没有库存,已向供应商订货`,
  })
  pen.untilAtLeast(until + world.chance.whole(-6, 20) * HOUR).untilOfficeHours()
}

const waitForContractor = (world: World, pen: TicketPen, hand: Hand): void => {
  const until = pen.now + world.chance.whole(6, 30) * HOUR
  const words = '已联系维保单位,约好到场时间'
  pen.step(hand, { act: 'putOff', why: 'contractor', until, words })
  pen.untilAtLeast(until + world.chance.whole(-2, 6) * HOUR).untilOfficeHours()
}

/** Somebody takes it: at once, after going back, or after being passed on. */
const takenUp = (world: World, pen: TicketPen, matter: Matter): Hand => {
  const { chance } = world
  const zhou = world.hand('zhoujie')
  let hand = world.handler(matter.trade, matter.finder)
  const assign = () => pen.step(zhou, { act: 'assign', to: hand.staff, words: chance.pick(GOES) })
  if (!matter.isHazard) pen.untilOfficeHours()
  pen.wait(chance.whole(4, matter.isHazard ? 12 : 70))
  if (!matter.isHazard && chance.isLucky(0.12)) pen.days(chance.whole(1, 4)).untilOfficeHours()
  assign()
  pen.wait(chance.whole(3, 40))
  if (chance.isLucky(0.08)) {
    pen
      .step(hand, { act: 'return', words: '今天在抢修别处,走不开,请改派' })
      .wait(chance.whole(5, 40))
    hand = world.handler(matter.trade, hand)
    assign()
    pen.wait(chance.whole(3, 30))
  } else if (chance.isLucky(0.05)) {
    const other = world.handler(matter.trade, hand)
    if (other !== hand) {
      pen.step(hand, { act: 'transfer', to: other.staff, words: '换班了,交给下一班接着做' })
      hand = other
      pen.wait(chance.whole(10, 60))
    }
  }
  pen.step(hand, { act: 'accept' })
  return hand
}

/** Looked at by somebody else, sent back now and then, at last closed. */
const recheck = (world: World, pen: TicketPen, matter: Matter, hand: Hand): void => {
  const { chance } = world
  const eye = matter.finder === hand || chance.isLucky(0.5) ? world.hand('zhoujie') : matter.finder
  const shot = (isGood: boolean) => [world.album.take(eye, matter.scene, isGood, pen.now)]
  pen.wait(chance.whole(40, 500)).untilOfficeHours()
  if (chance.isLucky(0.15)) pen.days(chance.whole(1, 4)).untilOfficeHours()
  if (chance.isLucky(0.12)) {
    pen.step(eye, { act: 'recheck', passed: false, words: chance.pick(BACK), photos: shot(false) })
    pen.wait(chance.whole(60, 600)).untilOfficeHours()
    const photos = [world.album.take(hand, matter.scene, true, pen.now)]
    pen.step(hand, { act: 'resolve', words: `返工:${matter.done}`, photos })
    pen.wait(chance.whole(60, 500)).untilOfficeHours()
  }
  pen.step(eye, { act: 'recheck', passed: true, words: chance.pick(GOOD), photos: shot(true) })
}

/** From the dispatcher's desk to the recheck. Answers when it was put right. */
export const liveThrough = (world: World, matter: Matter): Instant => {
  const { chance } = world
  const pen = new TicketPen(world, matter.ticket, matter.at)
  const hand = takenUp(world, pen, matter)
  const minutes = matter.days * 24 * 60 * (0.4 + chance.next())
  pen.wait(minutes * 0.4)
  if (!matter.isHazard) pen.untilOfficeHours()
  const hasBefore = chance.isLucky(0.4)
  const photos = hasBefore ? [world.album.take(hand, matter.scene, false, pen.now)] : []
  pen.step(hand, { act: 'start', words: chance.pick(SEEN), photos })
  pen.wait(chance.whole(15, 90))
  if (matter.parts && chance.isLucky(0.45)) waitForParts(world, pen, matter, hand)
  else if (chance.isLucky(0.12)) waitForContractor(world, pen, hand)
  else pen.wait(minutes * 0.5)
  if (!matter.isHazard) pen.untilOfficeHours()
  const after = [world.album.take(hand, matter.scene, true, pen.now)]
  pen.step(hand, { act: 'resolve', words: matter.done, photos: after })
  const resolvedAt = pen.now
  recheck(world, pen, matter, hand)
  return resolvedAt
}
