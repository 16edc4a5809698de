import { calendarDay } from '../../src/domain/calendar-day'
import type { CheckpointVisit } from '../../src/domain/checkpoint-visit'
import type { RoundAct, StartRound } from '../../src/domain/round-act'
import { roundId } from '../../src/domain/round-id'
import { judgeRound } from '../../src/domain/round-judgement'
import { isRoundOf, stopsOf } from '../../src/domain/round-progress'
import { instantOf } from '../../src/domain/time-zone'
import type { ActToSave } from '../../src/storage/save-acts'
import { nameId, newId } from './build/ids'
import type { beginStory, StoryPhone } from './story'

const DAY = calendarDay(2026, 9, 20)

/** The instant at which the estate's clocks show so much on the evening of the story, or after 24 on the next day. */
export const clock = (hours: number, minutes = 0) =>
  instantOf(DAY, hours * 60 + minutes, 'Asia/Shanghai')

/** A night round from 22:00 to 02:00 as a plan asks for it, the same on every phone. */
export const nightRoundOf = (
  { server }: ReturnType<typeof beginStory>,
  over: Partial<StartRound> = {},
) => {
  const asked: StartRound = {
    ...{ act: 'start', community: server.community, plan: newId(), day: DAY, slot: 'night' },
    ...{ route: newId(), name: '夜间巡查', order: 'any' },
    ...{ opensAt: clock(22), closesAt: clock(26) },
    stops: [1, 2, 3, 4].map(() => ({ checkpoint: newId(), form: newId() })),
    ...over,
  }
  return { id: roundId(asked.plan, asked.day, asked.slot, nameId), asked }
}

/** Somebody with a phone on that round, doing things at times of the night. */
export class Walker {
  constructor(
    readonly phone: StoryPhone,
    private readonly round: ReturnType<typeof nightRoundOf>,
  ) {}

  get staff() {
    return this.phone.caller.staff
  }

  async #held() {
    return (await (await this.phone.database()).rounds.get(this.round.id))?.record ?? null
  }

  async #does(act: RoundAct, at: number): Promise<void> {
    const { asked, id } = this.round
    const isWalker = (await this.#held())?.walkers.includes(this.staff)
    const isBeginning = act.act !== 'start' && act.act !== 'handOver' && !isWalker
    const acts = isBeginning ? [asked, act] : [act]
    await this.phone.saves(
      acts.map((each): ActToSave => ({ kind: 'Round', record: id, act: each })),
      at,
    )
  }

  begins(at: number, over: Partial<StartRound> = {}): Promise<void> {
    return this.#does({ ...this.round.asked, ...over }, at)
  }

  /** Looks at the stop with that number, the first being 1. */
  async looksAt(stop: number, at: number, over: object = {}): Promise<CheckpointVisit['id']> {
    const { asked, id } = this.round
    const point = asked.stops[stop - 1]
    if (!point) throw new Error('No such stop')
    if (!(await this.#held())?.walkers.includes(this.staff)) await this.begins(at)
    const visit = newId<CheckpointVisit['id']>()
    const told = {
      ...{ community: asked.community, round: id, checkpoint: point.checkpoint, form: point.form },
      ...{ checkIn: { by: 'qr' as const, at }, answers: [], abnormal: 0 },
      ...(asked.nightCheck ? { isNightCheck: true as const } : {}),
      ...over,
    }
    const act = { act: 'record' as const, ...told }
    await this.phone.saves([{ kind: 'CheckpointVisit', record: visit, act }], at)
    return visit
  }

  finishesPart(at: number): Promise<void> {
    return this.#does({ act: 'finishPart' }, at)
  }

  finishes(at: number): Promise<void> {
    return this.#does({ act: 'finish', from: 'underway' }, at)
  }

  endsEarly(reason: string, at: number): Promise<void> {
    return this.#does({ act: 'endEarly', from: 'underway', reason }, at)
  }

  handsOver(to: Walker, reason: string, at: number): Promise<void> {
    return this.#does({ ...this.round.asked, act: 'handOver', to: to.staff, reason }, at)
  }

  async uploads(): Promise<string> {
    return this.phone.uploads()
  }

  /** The round as this phone shows it, days later. */
  async sees() {
    const database = await this.phone.database()
    const round = await this.#held()
    const rows = await database.checkpointVisits.where('round').equals(this.round.id).toArray()
    const stops = round
      ? stopsOf(
          round,
          rows.map(({ record }) => record),
        )
      : []
    return {
      round,
      judgement: judgeRound(this.round.asked, round, clock(24 * 3)),
      together: judgeRound(this.round.asked, round, clock(24 * 3), stops),
      whoWalked: stops.map(({ visit }) => visit?.visitedBy ?? null),
      states: stops.map(({ state }) => state),
      isMine: isRoundOf(round, this.staff, true),
      thread: round?.thread.map(({ kind }) => kind) ?? [],
    }
  }
}
