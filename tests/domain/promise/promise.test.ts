import { describe, expect, it } from 'vitest'
import type { ActContext } from '../../../src/domain/record-kind'
import type { PromiseAct } from '../../../src/domain/promise/act'
import { ownerPromiseKind } from '../../../src/domain/promise/apply'
import { fateOf } from '../../../src/domain/promise/given'
import type { OwnerPromise } from '../../../src/domain/promise/promise'
import { HOUR, MINUTE } from '../../../src/domain/instant'
import { HOME, makePromise, promiseOf, promiseStory } from '../../support/build/promise'
import { nameId, newId } from '../../support/build/ids'

const [WANG, LI] = [newId<ActContext['by']>(), newId<ActContext['by']>()]
const DUE = 1_000

const contextOf = (by: ActContext['by'], at: number): ActContext => ({
  ...{ at, by, change: newId(), record: newId(), nameId },
})
const story = (steps: readonly (readonly [ActContext['by'], number, PromiseAct])[]) =>
  promiseStory(promiseOf(WANG, DUE), steps)

const keep: PromiseAct = { act: 'keep', words: '带师傅去看过了' }
const broken: PromiseAct = { act: 'break', words: '师傅没来' }
const handOver: PromiseAct = { act: 'handOver', to: LI, words: '我明天休息' }
const later = (agreed: boolean): PromiseAct => ({
  ...{ act: 'renegotiate', dueAt: 2_000, agreed, words: '改到下午' },
})

describe('a promise to an owner', () => {
  it('[PR1] is said to somebody, by whoever makes it', () => {
    const nobody = { ...makePromise(DUE), home: null, caller: null }
    const refused = ownerPromiseKind.apply(null, nobody, contextOf(WANG, 1))
    expect(refused.outcome).toBe('refused')
    expect(promiseOf(WANG, DUE)).toMatchObject({
      ...{ status: 'open', promisedBy: WANG, keeper: WANG, home: HOME, dueAt: DUE },
    })
  })

  it('[PR8] is talked over, let go of and broken by its keeper; kept by a colleague too', () => {
    const release: PromiseAct = { act: 'release', words: '不用来了' }
    for (const act of [later(true), release, broken]) {
      const by = story([[LI, 1, act]]).promise
      expect([by.status, by.dueAt, by.thread.at(-1)?.kind]).toEqual(['open', DUE, 'late'])
    }
    expect(story([[LI, 1, keep]]).promise.status).toBe('kept')
  })

  it('[PR4] kept by its time is kept, after it late; past it, it is not merely open', () => {
    const fate = (at: number) => fateOf(story([[WANG, at, keep]]).promise, at)
    expect([fate(DUE), fate(DUE + 1)]).toEqual(['kept', 'late'])
    const open = promiseOf(WANG, DUE)
    expect([fateOf(open, DUE), fateOf(open, DUE + 1)]).toEqual(['open', 'overdue'])
    expect(fateOf(story([[WANG, 500, broken]]).promise, 9_999)).toBe('broken')
  })

  it('[PR5] is given another time before its own, with the answer of the owner', () => {
    expect(story([[WANG, 900, later(true)]]).promise.dueAt).toBe(2_000)
    const refused = story([[WANG, 900, later(false)]])
    expect([refused.promise.dueAt, refused.outcomes]).toEqual([DUE, ['applied']])
    const past = story([[WANG, DUE + 1, later(true)]])
    expect([past.promise.dueAt, past.outcomes]).toEqual([DUE, ['noted']])
    expect(past.promise.thread.at(-1)).toMatchObject({ kind: 'late', deed: later(true) })
  })

  it('[PR5] is let go of by the owner before its time, and not after', () => {
    const release: PromiseAct = { act: 'release', words: '业主说自己修好了' }
    expect(story([[WANG, DUE, release]]).promise.status).toBe('released')
    expect(story([[WANG, DUE + 1, release]]).promise.status).toBe('open')
  })

  it('[PR6] keeps what came too late as what it was', () => {
    const { promise, outcomes } = story([
      [WANG, 500, keep],
      [LI, 600, { act: 'break', words: '我没去成' }],
    ])
    expect([promise.status, outcomes]).toEqual(['kept', ['applied', 'noted']])
    expect(promise.thread.at(-1)).toMatchObject({
      ...{ kind: 'late', deed: { act: 'break', words: '我没去成' }, by: LI },
    })
  })

  it('[PR4] given another time on one phone and kept on another, it goes by when each was done', () => {
    const asked = [WANG, 900, later(true)] as const
    const kept = [LI, 1_500, keep] as const
    const [one, other] = [story([asked, kept]), story([kept, asked])]
    for (const { promise, outcomes } of [one, other]) {
      expect([promise.status, promise.dueAt, outcomes]).toEqual([
        ...['kept', 2_000, ['applied', 'applied']],
      ])
      expect(promise.thread.map(({ kind }) => kind)).toEqual(['made', 'asked', 'kept'])
      expect(fateOf(promise, 3_000)).toBe('kept')
    }
    const after = story([
      [LI, 600, keep],
      [WANG, 900, later(true)],
    ])
    expect([after.promise.dueAt, after.outcomes]).toEqual([DUE, ['applied', 'noted']])
    expect(after.promise.thread.at(-1)).toMatchObject({ kind: 'late', deed: later(true) })
  })

  it('[PR4] who kept it first kept it, whoever was heard of first', () => {
    const { promise, outcomes } = story([
      [LI, 1_500, keep],
      [WANG, 700, { act: 'keep', words: '我早上去过了' }],
    ])
    expect([promise.status, fateOf(promise, 3_000), outcomes]).toEqual([
      ...['kept', 'kept', ['applied', 'applied']],
    ])
    expect(promise.thread.at(-1)).toMatchObject({ kind: 'late', by: LI, at: 1_500, deed: keep })
  })

  it('[PR4] what its keeper did before somebody took it over counts, whoever is heard of first', () => {
    const asked = story([[WANG, 100, handOver]]).promise
    const steps = [
      [LI, 950, { act: 'takeOver' }],
      [WANG, 900, later(true)],
    ] as const
    for (const heard of [steps, steps.toReversed()]) {
      const { promise, outcomes } = promiseStory(asked, heard)
      expect([promise.keeper, promise.dueAt, outcomes]).toEqual([
        ...[LI, 2_000, ['applied', 'applied']],
      ])
    }
  })

  it('[PR4] what was taken back stood in nobody’s way, whoever is heard of first', () => {
    const change = newId<ActContext['change']>()
    const kept = [LI, 600, keep, change] as const
    const back = [LI, 800, { act: 'undo', change }] as const
    const asked = [WANG, 700, later(true)] as const
    const orders = [
      ...[[kept, back, asked] as const, [asked, kept, back] as const],
      [kept, asked, back] as const,
    ]
    for (const heard of orders) {
      const { promise } = promiseStory(promiseOf(WANG, DUE), heard)
      expect([promise.status, promise.dueAt]).toEqual(['open', 2_000])
      expect(promise.thread.map(({ kind }) => kind)).toEqual(['made', 'kept', 'asked', 'undone'])
    }
  })

  it('[PR14] a clock that is minutes slow takes nothing from whoever answers what they saw', () => {
    const asked = story([[WANG, 900, handOver]]).promise
    const { promise, outcomes } = promiseStory(asked, [
      [LI, 600, { act: 'takeOver' }],
      [LI, 610, later(true)],
    ])
    expect([promise.keeper, promise.dueAt, outcomes]).toEqual([LI, 2_000, ['applied', 'applied']])
  })

  it('[PR14] is let off ten minutes, and not one more', () => {
    const ask = (at: number) => promiseStory(promiseOf(WANG, DUE + HOUR), [[WANG, at, handOver]])
    const takenAt = (asked: number, answered: number) => {
      const { promise } = promiseStory(ask(asked).promise, [[LI, answered, { act: 'takeOver' }]])
      return [promise.keeper, promise.thread.map(({ kind }) => kind)]
    }
    const asked = 20 * MINUTE
    expect(takenAt(asked, asked - 10 * MINUTE)[0]).toBe(LI)
    expect(takenAt(asked, asked - 10 * MINUTE - 1)[0]).toBe(WANG)
  })

  it('[PR6] how it ended is taken back by whoever said so, once', () => {
    const ended = story([[WANG, 500, keep]]).promise
    const undo: PromiseAct = { act: 'undo', change: ended.thread[1]?.change ?? newId() }
    const back = promiseStory(ended, [[WANG, 510, undo]])
    expect(back.promise).toMatchObject({ status: 'open', dueAt: DUE })
    expect(back.promise).not.toHaveProperty('settledAt')
    expect(promiseStory(ended, [[LI, 510, undo]]).outcomes).toEqual(['noted'])
    const again = promiseStory(back.promise, [
      [WANG, 520, keep],
      [WANG, 530, undo],
    ])
    expect([again.promise.status, again.outcomes]).toEqual(['kept', ['applied', 'noted']])
  })

  it('[PR6] another time is taken back by whoever gave it, until that time is past', () => {
    const asked = story([[WANG, 900, later(true)]]).promise
    const undo: PromiseAct = { act: 'undo', change: asked.thread.at(-1)?.change ?? newId() }
    expect(promiseStory(asked, [[WANG, 910, undo]]).promise.dueAt).toBe(DUE)
    expect(promiseStory(asked, [[LI, 910, undo]]).outcomes).toEqual(['noted'])
    const past = promiseStory(asked, [[WANG, 2_001, undo]])
    expect([past.promise.dueAt, past.outcomes]).toEqual([2_000, ['noted']])
  })

  it('[PR6] [PR8] a handing over is taken back until it is answered', () => {
    const asked = story([[WANG, 10, handOver]]).promise
    const undo: PromiseAct = { act: 'undo', change: asked.thread.at(-1)?.change ?? newId() }
    expect(promiseStory(asked, [[WANG, 20, undo]]).promise).toMatchObject({
      ...{ keeper: WANG, passingTo: null },
    })
    const taken = promiseStory(asked, [
      [LI, 20, { act: 'takeOver' }],
      [WANG, 30, undo],
    ])
    expect([taken.promise.keeper, taken.outcomes]).toEqual([LI, ['applied', 'noted']])
    const zhao = newId<ActContext['by']>()
    const other = promiseStory(asked, [[WANG, 20, { ...handOver, to: zhao }]]).promise
    const back: PromiseAct = { act: 'undo', change: other.thread.at(-1)?.change ?? newId() }
    expect(promiseStory(other, [[WANG, 30, back]]).promise).toMatchObject({ passingTo: LI })
  })

  it('[PR8] passes only to whoever was asked by name, and took it over', () => {
    const asked = story([[WANG, 10, handOver]]).promise
    expect([asked.keeper, asked.status === 'open' && asked.passingTo]).toEqual([WANG, LI])
    const other = promiseStory(asked, [[newId(), 20, { act: 'takeOver' }]])
    expect([other.promise.keeper, other.outcomes]).toEqual([WANG, ['noted']])
    const taken = promiseStory(asked, [[LI, 20, { act: 'takeOver' }]]).promise
    expect([taken.keeper, taken.promisedBy]).toEqual([LI, WANG])
    const declined = promiseStory(asked, [[LI, 20, { act: 'turnDown', words: '我也休息' }]])
    expect(declined.promise).toMatchObject({ keeper: WANG, passingTo: null })
  })

  it('[PR9] belongs to those who serve the home, else to those who talk with callers', () => {
    const promise: OwnerPromise = promiseOf(WANG, DUE)
    const { community, building } = promise
    expect(ownerPromiseKind.scopeOf(promise)).toBe(`homes:${building ?? ''}`)
    expect(ownerPromiseKind.scopeOf({ ...promise, building: null })).toBe(`callers:${community}`)
  })

  it('[PR11] is explained at any time, also after it ended', () => {
    const explain: PromiseAct = { act: 'explain', words: '电梯停运' }
    const { promise, outcomes } = story([
      [WANG, DUE + 5, keep],
      [WANG, DUE + 6, explain],
      [WANG, DUE + 7, explain],
    ])
    expect(outcomes).toEqual(['applied', 'applied', 'applied'])
    expect(promise.thread.filter(({ kind }) => kind === 'explained')).toHaveLength(2)
    expect(fateOf(promise, DUE + 9)).toBe('late')
  })
})
