import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StaffId } from '../../src/domain/id'
import type { RoundAct } from '../../src/domain/round-act'
import { isMakeUp, judgeRound, roundEndOf } from '../../src/domain/round-judgement'
import { handOverOf, isRoundOf, stopsOf } from '../../src/domain/round-progress'
import { newId } from '../support/build/ids'
import { nightRound, roundOf } from '../support/build/round'

const [wang, zhao, li] = [newId<StaffId>(), newId<StaffId>(), newId<StaffId>()]
const finish = { act: 'finish', from: 'underway' } as const
const finishPart = { act: 'finishPart' } as const

describe('a round of two', () => {
  it('[RD12] walked in parts is over with the last stop of the last part', () => {
    const { start, apply, visit } = nightRound()
    const first = visit(0, wang, 1_200)
    const second = visit(1, wang, 1_300)
    const third = visit(2, zhao, 1_900)
    const parts = roundOf(apply, [
      ...[[start, wang, 1_100] as const, [finishPart, wang, 1_400] as const],
      ...[[start, zhao, 1_500] as const, [finishPart, zhao, 1_950] as const],
    ])
    const judged = (visits: (typeof first)[]) =>
      judgeRound(parts, parts, 9_999_999, stopsOf(parts, visits))
    expect(judged([first, second])).toBe('overdue')
    expect(judged([first, second, third])).toBe('done')
    expect(roundEndOf(parts, stopsOf(parts, [first, second, third]))).toBe(1_900)
    expect(judged([first, second, { ...third, visitedAt: 2_001 }])).toBe('late')
  })

  it('[RD12] is not over while one of its walkers has said nothing', () => {
    const { start, apply, visit } = nightRound()
    const round = roundOf(apply, [
      ...[[start, wang, 1_100] as const, [start, zhao, 1_110] as const],
      [finishPart, wang, 1_400],
    ])
    const visits = [0, 1, 2].map((stop) => visit(stop, wang, 1_200 + stop))
    expect(judgeRound(round, round, 1_500, stopsOf(round, visits))).toBe('underway')
  })

  it('[RD3] finished by two, whichever phone comes first: one round, the earlier end, both told', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_200, max: 3_000 }), fc.boolean(), (at, isWangFirst) => {
        const { start, apply } = nightRound()
        const ends = [[finish, wang, at] as const, [finish, zhao, 2_100] as const]
        const round = roundOf(apply, [
          ...[[start, wang, 1_100] as const, [start, zhao, 1_110] as const],
          ...(isWangFirst ? ends : ends.toReversed()),
        ])
        expect(round).toMatchObject({ status: 'finished', endedAt: Math.min(at, 2_100) })
        expect(round.walkers.toSorted()).toEqual([wang, zhao].toSorted())
        expect(round.thread.map(({ kind }) => kind).slice(2)).toEqual(['finished', 'late'])
      }),
    )
  })

  it('[RD13] that ended before it began claims nothing about its time', () => {
    const { start, apply } = nightRound()
    const threeDaysBack = roundOf(apply, [
      ...[[start, wang, 500_000_000] as const, [finish, wang, 500_000_000 - 259_200_000] as const],
    ])
    expect(judgeRound(threeDaysBack, threeDaysBack, 9_999_999_999)).toBe('unclear')
  })
})

describe('handing over', () => {
  const give = (start: RoundAct, to: StaffId, reason = '临时有急事') =>
    ({ ...start, act: 'handOver', to, reason }) as RoundAct

  it('[RD11] before anybody began makes a round that nobody has begun', () => {
    const { start, apply } = nightRound()
    const given = roundOf(apply, [[give(start, zhao), wang, 1_050]])
    expect(given).toMatchObject({ status: 'notBegun', startedAt: null, walkers: [] })
    expect(judgeRound(given, given, 1_100)).toBe('due')
    expect(judgeRound(given, given, 99_999_999)).toBe('missed')
    const begun = roundOf(apply, [
      ...[[give(start, zhao), wang, 1_050] as const, [start, zhao, 1_100] as const],
    ])
    expect(begun).toMatchObject({ status: 'underway', startedAt: 1_100, walkers: [zhao] })
  })

  it('[RD11] the named one has it at once, the giver need not walk it, and it may go back', () => {
    const { start, apply } = nightRound()
    const given = roundOf(apply, [
      ...[[start, wang, 1_050] as const, [give(start, zhao), wang, 1_100] as const],
    ])
    expect(handOverOf(given)).toMatchObject({ to: zhao, by: wang, reason: '临时有急事' })
    const isMine = (staff: StaffId, isPlanned = true) => isRoundOf(given, staff, isPlanned)
    expect([isMine(wang), isMine(zhao, false), isMine(li)]).toEqual([false, true, false])
    const back = apply(given, give(start, wang, '我也走不开'), zhao, 1_200)
    if (back.outcome !== 'applied') throw new Error('not handed back')
    expect([wang, zhao].map((staff) => isRoundOf(back.record, staff, true))).toEqual([true, false])
  })

  it('[RD11] after the end stays in the thread and changes nothing', () => {
    const { start, apply } = nightRound()
    const over = roundOf(apply, [
      ...[[start, wang, 1_050] as const, [finish, wang, 1_100] as const],
    ])
    const late = apply(over, give(start, zhao), wang, 1_200)
    expect(late).toMatchObject({ outcome: 'noted', record: { endedAt: 1_100 } })
    if (late.outcome === 'noted') expect(handOverOf(late.record)).toBeNull()
  })
})

describe('a make-up round', () => {
  it('[RD10] begun after its window says why and is never done', () => {
    const { start, apply } = nightRound({ why: '上半夜处理爆管' })
    expect(isMakeUp(start, null, 2_001)).toBe(true)
    expect(isMakeUp(start, null, 2_000)).toBe(false)
    const round = roundOf(apply, [
      ...[[start, wang, 2_500] as const, [finish, wang, 2_600] as const],
    ])
    expect(isMakeUp(round, round, 2_700)).toBe(false)
    expect(judgeRound(round, round, 9_999)).toBe('madeUp')
    expect(round.thread[0]).toMatchObject({ kind: 'started', why: '上半夜处理爆管' })
  })
})
