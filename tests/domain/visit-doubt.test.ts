import { describe, expect, it } from 'vitest'
import type { CheckpointVisitAct } from '../../src/domain/checkpoint-visit'
import { checkpointVisitKind, type CheckpointVisitId } from '../../src/domain/checkpoint-visit'
import { DAY, MINUTE, SECOND } from '../../src/domain/instant'
import { stopsOf } from '../../src/domain/round-progress'
import { doubtsOf, questionsIn, type VisitFacts } from '../../src/domain/visit-doubt'
import { nameId, newId } from '../support/build/ids'
import { nightRound, roundOf } from '../support/build/round'

const NOON = 1_790_000_000_000
const facts = (over: Partial<VisitFacts> = {}): VisitFacts => ({
  ...{ rules: 1, finishedAt: NOON + 3 * MINUTE, asked: 8, lastStopAt: NOON - 2 * MINUTE },
  ...over,
})
const kinds = (over: Partial<VisitFacts>, checkedInAt = NOON, endedAt = NOON + 3 * MINUTE) =>
  doubtsOf(checkedInAt, facts(over), endedAt).map(({ kind }) => kind)

describe('doubts about a look', () => {
  it('[DO1] there are none about an ordinary one', () => {
    expect(kinds({})).toEqual([])
  })

  it('[DO3] it was fast: at the stop for what was asked, or from the stop before', () => {
    const fast = { finishedAt: NOON + 15 * SECOND }
    expect(kinds(fast)).toEqual(['fastLook'])
    expect(kinds({ ...fast, asked: 2 })).toEqual([])
    expect(kinds({ finishedAt: NOON + 16 * SECOND })).toEqual([])
    expect(kinds({ lastStopAt: NOON - 14 * SECOND })).toEqual(['fastWalk'])
    expect(kinds({ lastStopAt: null })).toEqual([])
  })

  it('[DO4] a photo like an earlier one, [DO5] too far, out of order: each is a question', () => {
    const odd = {
      alike: newId<CheckpointVisitId>(),
      ...{ distance: { metres: 80, accepted: 30 }, openBefore: 2 },
    }
    expect(kinds(odd)).toEqual(['far', 'samePhoto', 'outOfOrder'])
    expect(kinds({ distance: { metres: 30, accepted: 30 }, openBefore: 0 })).toEqual([])
    expect(questionsIn(doubtsOf(NOON, facts(odd), NOON + 3 * MINUTE))).toHaveLength(3)
  })

  it('[PA7] [PA8] outside its window or too soon after another it is marked, not asked', () => {
    const window = { from: NOON + 10 * MINUTE, until: NOON + 20 * MINUTE }
    expect(doubtsOf(NOON, facts({ window }), NOON + 3 * MINUTE)).toEqual([
      { kind: 'early', minutes: 10 },
    ])
    expect(kinds({ window: { from: 0, until: NOON - MINUTE } })).toEqual(['late'])
    const lastLook = { at: NOON - 20 * MINUTE, least: 60 }
    const soon = doubtsOf(NOON, facts({ lastLook }), NOON + 3 * MINUTE)
    expect(soon).toEqual([{ kind: 'tooSoon', minutes: 20, least: 60 }])
    expect(questionsIn(soon)).toEqual([])
  })

  it('[PA7] the time of day is that of the corrected clock, durations are the phone’s own', () => {
    const window = { from: NOON, until: NOON + MINUTE }
    const late = 30 * MINUTE
    expect(kinds({ window }, NOON, NOON + 3 * MINUTE + late)).toEqual(['late'])
    expect(kinds({}, NOON, NOON + 3 * MINUTE + late)).toEqual([])
  })

  it('[DO6] a clock set back three days is said, and nothing else is made of it', () => {
    const back = { lastStopAt: NOON + 3 * DAY, finishedAt: NOON + 2 * SECOND }
    expect(doubtsOf(NOON, facts(back), NOON)).toEqual([
      { kind: 'clockBack', minutes: (3 * DAY) / MINUTE },
    ])
    expect(kinds({ finishedAt: NOON - 3 * DAY })).toEqual(['clockBack'])
  })

  it('[DO7] rules this app does not know are judged by those it does', () => {
    expect(kinds({ rules: 99, finishedAt: NOON + SECOND })).toEqual(['fastLook'])
  })

  it('[DO1] the record keeps them; one without facts has none', () => {
    const { start, id, visit } = nightRound()
    const { checkpoint, form } = visit(0, newId(), NOON)
    const act: CheckpointVisitAct = {
      ...{ act: 'record', community: start.community, round: id, checkpoint, form },
      ...{ checkIn: { by: 'qr', at: NOON }, answers: [], abnormal: 0, said: '设备少,看得快' },
      facts: facts({ finishedAt: NOON + SECOND }),
    }
    const context = { at: NOON, by: newId(), change: newId(), record: newId(), nameId } as never
    expect(checkpointVisitKind.apply(null, act, context)).toMatchObject({
      outcome: 'applied',
      record: { said: '设备少,看得快', doubts: [{ kind: 'fastLook', seconds: 1, asked: 8 }] },
    })
    const { facts: _, ...bare } = act
    const plain = checkpointVisitKind.apply(null, bare, context)
    expect(plain.outcome === 'applied' && 'doubts' in plain.record).toBe(false)
  })

  it('[RD4] a second look stands before the first although the clock was set back between', () => {
    const { start, apply, visit } = nightRound()
    const wang = newId<typeof start.community>() as never
    const round = roundOf(apply, [[start, wang, 1_100]])
    const first = visit(0, wang, 10 * DAY, { abnormal: 1 })
    const again = visit(0, wang, 7 * DAY, { facts: facts({ instead: first.id }) })
    expect(stopsOf(round, [first, again])[0]).toMatchObject({ state: 'normal' })
  })
})
