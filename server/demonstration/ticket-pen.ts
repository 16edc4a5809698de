import { HOUR, MINUTE, type Instant } from '../../src/domain/instant'
import { wallClock } from '../../src/domain/time-zone'
import type { Step, TicketAct } from '../../src/domain/ticket/act'
import type { TicketId, TicketStatus } from '../../src/domain/ticket/ticket'
import type { Hand } from './timeline'
import type { World } from './world'

/** Nobody here takes a joined ticket out again. */
type ToldStep = Exclude<Step, { act: 'separate' }>
type Undirected<Deed> = Deed extends ToldStep ? Omit<Deed, 'from'> : never

/** Lent to an outside handler, or taken back, it stands as before. */
const AFTER: Readonly<Record<ToldStep['act'], TicketStatus | null>> = {
  assign: 'assigned',
  accept: 'accepted',
  return: 'received',
  transfer: 'assigned',
  start: 'inProgress',
  putOff: 'putOff',
  resolve: 'resolved',
  recheck: 'closed',
  close: 'closed',
  cancel: 'closed',
  reopen: 'inProgress',
  decline: 'closed',
  confirmDecline: 'closed',
  join: 'closed',
  engage: null,
  release: null,
}

const MORNING = 8 * 60 + 20
const EVENING = 18 * 60

/** Writes one ticket's steps one after another, and knows how it stands and what time it is. */
export class TicketPen {
  #status: TicketStatus = 'received'

  constructor(
    private readonly world: World,
    private readonly ticket: TicketId,
    private at: Instant,
  ) {}

  get now(): Instant {
    return this.at
  }

  wait(minutes: number): this {
    this.at += Math.max(1, Math.round(minutes)) * MINUTE
    return this
  }

  /** Waits for the day shift when it is night; nobody begins on the stroke. */
  untilOfficeHours(): this {
    const { minutes } = wallClock(this.at, this.world.zone)
    const morning = MORNING + this.world.chance.whole(0, 90)
    if (minutes < MORNING) this.at += (morning - minutes) * MINUTE
    else if (minutes >= EVENING) this.at += (24 * 60 - minutes + morning) * MINUTE
    return this
  }

  untilAtLeast(instant: Instant): this {
    this.at = Math.max(this.at, instant)
    return this
  }

  days(count: number): this {
    this.at += Math.round(count * 24) * HOUR
    return this
  }

  step(hand: Hand, deed: Undirected<ToldStep>): this {
    const act = { ...deed, from: this.#status } as TicketAct
    const isSentBack = deed.act === 'recheck' && !deed.passed
    this.#status = isSentBack ? 'inProgress' : (AFTER[deed.act] ?? this.#status)
    return this.note(hand, act)
  }

  /** Somebody asks so many minutes afterwards; whatever goes on goes on from now. */
  afterwards(hand: Hand, minutes: number, act: TicketAct): this {
    this.world.timeline.add(hand, this.at + minutes * MINUTE, 'Ticket', this.ticket, act)
    return this
  }

  /** What moves no status: a word to the owner, a remark. */
  note(hand: Hand, act: TicketAct): this {
    this.world.timeline.add(hand, this.at, 'Ticket', this.ticket, act)
    return this
  }
}
