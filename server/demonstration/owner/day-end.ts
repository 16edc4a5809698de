import { addDays, type CalendarDay } from '../../../src/domain/calendar-day'
import type { HandoverId, ShiftHandover } from '../../../src/domain/handover/handover'
import { MINUTE, type Instant } from '../../../src/domain/instant'
import type { PlaceId } from '../../../src/domain/place'
import { givenOf, type Given } from '../../../src/domain/promise/given'
import type { OwnerPromiseId } from '../../../src/domain/promise/promise'
import type { Signature } from '../../../src/domain/signature'
import { isOpen } from '../../../src/domain/ticket/question'
import type { Ticket } from '../../../src/domain/ticket/ticket'
import { instantOf, localDay } from '../../../src/domain/time-zone'
import { promisesToWrapUp, ticketsToWrapUp, toldOf } from '../../../src/domain/wrap-up/question'
import { WRAP_UP_LIMITS, wrapUpId } from '../../../src/domain/wrap-up/wrap-up'
import type { Hand } from '../timeline'
import type { World } from '../world'
import { demonstrationId, nameId } from '../writer'

/** What somebody would write of one that stands so. */
const SAID: Readonly<Record<Ticket['status'], readonly [why: string, next: string]>> = {
  received: ['刚接到,还没派单', '明早请主管派单'],
  assigned: ['等工程接单', '明早催一下'],
  accepted: ['工程接了单,还没到现场', '明天上午接着跟'],
  inProgress: ['正在处理', '明天上午去看结果'],
  putOff: ['等配件', '到货就换,换好给业主打电话'],
  resolved: ['处理好了,还没告知业主', '明早打电话告知'],
  closed: ['', ''],
}
const saidOf = ({ fate, explained }: Given): readonly [why: string, next: string] =>
  fate === 'overdue' || fate === 'broken'
    ? [explained || '约的人没到', '今晚打电话向业主说明']
    : ['', '']

/** Their name, with their word for it. */
const confirmed = (name: string, signedAt: Instant): Signature => ({
  ...{ name, strokes: [], confirmed: true, signedAt },
})
const WRITERS = ['limin', 'sunjia', 'wangfang'] as const
const DAYS = 6

/** How each of these evenings ended: gone through, and handed to the night. */
export class DayEnds {
  constructor(private readonly world: World) {}

  tell(): void {
    const today = localDay(this.world.now, this.world.zone)
    for (let back = DAYS; back > 0; back -= 1) {
      const day = addDays(today, -back)
      WRITERS.forEach((account, index) => this.#wrapUp(account, day, 17 * 60 + 5 + index * 9))
      if (back <= 3) this.#handOver(day)
    }
  }

  #wrapUp(account: string, day: CalendarDay, minutes: number): void {
    const { timeline, community, zone } = this.world
    const { staff } = this.world.hand(account)
    const [at, began] = [instantOf(day, minutes, zone), instantOf(day, 0, zone)]
    const ends = instantOf(addDays(day, 1), 0, zone)
    const tickets = ticketsToWrapUp(timeline.recordsAt('Ticket', at), staff, began)
    const given = timeline.recordsAt('OwnerPromise', at).map((promise) => givenOf(promise, at))
    const lines = tickets.slice(0, WRAP_UP_LIMITS.lines).map((ticket) => {
      const [why, next] = SAID[ticket.status]
      return { ticket: ticket.id, status: ticket.status, told: toldOf(ticket), why, next }
    })
    const promises = promisesToWrapUp(given, staff, { began, ends }).map((each) => {
      const [why, next] = saidOf(each)
      return { promise: each.key as OwnerPromiseId, fate: each.fate, why, next }
    })
    const id = wrapUpId(staff, community.id, day, nameId)
    const open = tickets.filter(isOpen).length
    timeline.add(this.world.hand(account), at, 'WrapUp', id, {
      ...{ act: 'save', community: community.id, staff, day, lines, promises, open, words: '' },
    })
  }

  /** The desk's evening to the control room, counted by whoever stands there. */
  #handOver(day: CalendarDay): void {
    const { timeline, community, zone } = this.world
    const [giver, taker] = [this.world.hand('wangfang'), this.world.hand('gaopeng')]
    const at = instantOf(day, 17 * 60 + 40, zone)
    const began = instantOf(day, 0, zone)
    const tickets = ticketsToWrapUp(timeline.recordsAt('Ticket', at), giver.staff, began)
    const record = demonstrationId<HandoverId>(`handover ${day}`)
    const items: ShiftHandover['items'] = [
      { sort: 'key', name: '泵房钥匙', count: 2 },
      { sort: 'radio', name: '对讲机', count: 4 },
      { sort: 'loan', name: '借出的推车', count: 1 },
    ]
    const place = (name: string) => demonstrationId<PlaceId>(`place ${name}`)
    timeline.add(giver, at, 'ShiftHandover', record, {
      ...{ act: 'give', community: community.id, items, rounds: [], words: '' },
      to: { by: 'post', post: '监控中心', roles: ['security'] },
      signature: confirmed('王芳', at),
      renovators: [{ place: place('6栋1单元1102'), count: 2, words: '2 人,18:00 前离场' }],
      quiet: [{ place: place('3栋2单元1501'), words: '今晚请勿敲门' }],
      tickets: tickets
        .filter(isOpen)
        .slice(0, 5)
        .map((ticket) => ({ ticket: ticket.id, words: '夜里有消息就记一句' })),
    })
    this.#take(taker, at + 22 * MINUTE, record)
  }

  #take(taker: Hand, at: Instant, record: HandoverId): void {
    this.world.timeline.add(taker, at, 'ShiftHandover', record, {
      ...{ act: 'take', from: 'waiting', taker: taker.staff, words: '其余相符' },
      signature: confirmed('高鹏', at),
      differences: [{ what: '对讲机', told: 4, found: 3, words: '一部在充电' }],
    })
  }
}
