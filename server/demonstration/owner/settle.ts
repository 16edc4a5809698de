import { DAY, HOUR, type Instant } from '../../../src/domain/instant'
import type { TicketId } from '../../../src/domain/ticket/ticket'
import { TicketPen } from '../ticket-pen'
import type { Hand } from '../timeline'
import type { World } from '../world'
import type { OwnerMatter } from './matter'

export interface OpenMatter {
  readonly ticket: TicketId
  readonly at: Instant
  readonly taker: Hand
  readonly responsible: Hand
  readonly matter: OwnerMatter
}

const THANKS: readonly string[] = [
  ...['业主说可以', '业主表示满意', '业主谢谢师傅', '业主说再观察几天', '业主没有别的要求'],
]
const AGAIN: readonly string[] = [
  ...['业主来电:用了两天又不行', '回访时业主说没有完全好', '业主在群里说老问题又来了'],
]

class OwnerPen {
  constructor(
    private readonly world: World,
    private readonly open: OpenMatter,
    private readonly pen: TicketPen,
  ) {}

  tell(words: string, nextWordAt: Instant | null, reached = true): void {
    const { chance } = this.world
    const channel = chance.pick(['phone', 'phone', 'message', 'door'] as const)
    this.pen.note(this.open.responsible, { act: 'tellOwner', channel, reached, words, nextWordAt })
  }

  /** The end is told, at the first try or the third, and then it may be closed. */
  close(): void {
    const { chance } = this.world
    this.pen.wait(chance.whole(10, 180)).untilOfficeHours()
    if (chance.isLucky(0.12)) {
      this.tell('没接电话', null, false)
      this.pen.wait(chance.whole(90, 300))
    }
    this.tell(`${this.open.matter.done}。${chance.pick(THANKS)}`, null)
    this.pen.wait(chance.whole(1, 8)).step(this.open.responsible, { act: 'close' })
    this.#ask()
  }

  /** Two days later somebody who had no hand in it asks; by the ticket alone, never by chance. */
  #ask(): void {
    const { ticket, matter } = this.open
    if (matter.kind !== 'complaint' && matter.kind !== 'repair') return
    const digit = Number.parseInt(ticket.slice(-1), 16)
    const isGlad = digit > 1
    this.pen.afterwards(this.world.hand('zhoujie'), 26 * 60 + digit * 7, {
      ...{ act: 'followUp', channel: 'phone' },
      answer: isGlad
        ? { solved: 'yes', score: digit % 3 === 0 ? 4 : 5 }
        : { solved: 'partly', score: 2 },
      words: isGlad ? '业主说好了,谢谢' : '业主说好了一阵,又有一点,再看几天',
    })
  }

  put(hand: Hand): void {
    const { scene, done } = this.open.matter
    const photos = scene ? [this.world.album.take(hand, scene, true, this.pen.now)] : []
    this.pen.step(hand, { act: 'resolve', words: done, photos })
  }

  reopen(hand: Hand): void {
    const { chance } = this.world
    this.pen.days(chance.whole(2, 5)).untilOfficeHours()
    this.pen.step(this.open.responsible, { act: 'reopen', words: chance.pick(AGAIN), photos: [] })
    this.pen.wait(chance.whole(60, 500)).untilOfficeHours()
    this.put(hand)
    this.close()
  }
}

const answerAtTheDesk = (world: World, open: OpenMatter, pen: TicketPen): void => {
  const owner = new OwnerPen(world, open, pen)
  pen.wait(world.chance.whole(1, 6)).step(open.responsible, { act: 'accept' })
  pen.wait(world.chance.whole(1, 20))
  owner.tell(open.matter.answer, null)
  pen.wait(open.matter.hours * 60 * (0.5 + world.chance.next()))
  if (open.matter.hours > 4) pen.untilOfficeHours()
  pen.step(open.responsible, { act: 'resolve', words: open.matter.done, photos: [] })
  owner.close()
}

/** From the first word to the last, as such matters go here. */
export const settle = (world: World, open: OpenMatter): void => {
  const { chance } = world
  const { matter, ticket, at } = open
  const pen = new TicketPen(world, ticket, at)
  if (matter.trade === 'desk') {
    answerAtTheDesk(world, open, pen)
    return
  }
  const owner = new OwnerPen(world, open, pen)
  const hand = world.handler(matter.trade, open.taker)
  pen.wait(chance.whole(2, matter.urgent ? 4 : 45))
  if (chance.isLucky(0.03)) {
    pen.step(open.responsible, { act: 'cancel', words: '业主来电:自己弄好了,不用来' })
    pen.wait(1)
    owner.tell('好的,有事随时找我们', null)
    return
  }
  pen.step(world.hand('zhoujie'), { act: 'assign', to: hand.staff, words: '' })
  pen.wait(chance.whole(2, matter.urgent ? 5 : 30)).step(hand, { act: 'accept' })
  pen.wait(chance.whole(2, 20))
  owner.tell(matter.answer, matter.hours > 8 ? pen.now + DAY : null)
  const minutes = matter.hours * 60 * (0.4 + chance.next() * 1.1)
  pen.wait(minutes * 0.4)
  if (!matter.urgent) pen.untilOfficeHours()
  const photos = matter.scene ? [world.album.take(hand, matter.scene, false, pen.now)] : []
  pen.step(hand, { act: 'start', words: '', photos })
  if (matter.parts && chance.isLucky(0.4)) {
    const until = pen.wait(20).now + chance.whole(1, 3) * DAY
    pen.step(hand, { act: 'putOff', why: 'parts', until, words: '配件要订货,已和业主说好时间' })
    owner.tell('配件到了马上来,先给您做了临时处理', until)
    pen.untilAtLeast(until + chance.whole(-4, 10) * HOUR).untilOfficeHours()
  } else if (chance.isLucky(0.06)) {
    const until = pen.wait(10).now + chance.whole(4, 30) * HOUR
    pen.step(hand, { act: 'putOff', why: 'owner', until, words: '业主不在家,约了下次上门' })
    pen.untilAtLeast(until).untilOfficeHours()
  } else pen.wait(minutes * 0.6)
  owner.put(hand)
  owner.close()
  if (chance.isLucky(0.05)) owner.reopen(hand)
}
