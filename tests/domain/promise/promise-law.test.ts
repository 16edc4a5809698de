import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import type { ChangeId, StaffId } from '../../../src/domain/id'
import { HOUR } from '../../../src/domain/instant'
import type { PromiseAct } from '../../../src/domain/promise/act'
import { fateOf, givenOf, openPromisesOf } from '../../../src/domain/promise/given'
import { ownerPromiseSchema, type OwnerPromise } from '../../../src/domain/promise/promise'
import { rateOf } from '../../../src/domain/promise/rate'
import { newId } from '../../support/build/ids'
import { promiseOf, promiseStory } from '../../support/build/promise'

const STAFF = [newId<StaffId>(), newId<StaffId>(), newId<StaffId>()] as const
const [WANG, LI] = STAFF
const END = 100

const words = '说明'
const someone = fc.constantFrom(...STAFF)
const deed: fc.Arbitrary<(promise: OwnerPromise) => PromiseAct> = fc
  .record({ which: fc.nat(13), dueAt: fc.nat(END), to: someone, agreed: fc.boolean() })
  .map(({ which, dueAt, to, agreed }) => ({ thread }: OwnerPromise) => {
    const acts: readonly PromiseAct[] = [
      { act: 'keep', words },
      { act: 'break', words },
      { act: 'release', words },
      { act: 'renegotiate', dueAt, agreed, words },
      { act: 'explain', words },
      { act: 'handOver', to, words },
      { act: 'handOver', to, words },
      { act: 'takeOver' },
      { act: 'takeOver' },
      { act: 'turnDown', words },
      { act: 'undo', change: thread.at(-1)?.change ?? newId() },
    ]
    return acts[which] ?? { act: 'takeOver' }
  })
const story = fc.array(fc.tuple(someone, fc.nat(4), deed), { maxLength: 20 })

type See = (before: OwnerPromise, after: OwnerPromise, by: StaffId, at: number, act: string) => void

const stories = (see: See) =>
  fc.assert(
    fc.property(fc.integer({ min: 5, max: END }), story, (dueAt, deeds) => {
      let at = 1
      deeds.reduce(
        (promise, [by, pause, make]) => {
          at += pause
          const act = make(promise)
          const { promise: after } = promiseStory(promise, [[by, at, act]])
          see(promise, after, by, at, act.act)
          return after
        },
        promiseOf(WANG, dueAt),
      )
    }),
    { numRuns: 1_500 },
  )

describe('whatever is said of a promise, in whatever order, by whomever', () => {
  it('[PR4] [PR5] once its time is past, it never was in time: no word moves it', () => {
    let past = 0
    stories((before, after, _by, at) => {
      if (before.status !== 'open' || at <= before.dueAt) return
      past += 1
      expect(after.dueAt).toBe(before.dueAt)
      expect(['overdue', 'late', 'broken']).toContain(fateOf(after, at))
    })
    expect(past).toBeGreaterThan(100)
  })

  it('[PR5] its time moves only where the owner agreed, or that is taken back', () => {
    stories((before, after) => {
      if (after.dueAt === before.dueAt) return
      const last = after.thread.at(-1)
      const asked =
        last?.kind === 'undone' ? after.thread.find(({ change }) => change === last.undone) : last
      expect(asked).toMatchObject({ kind: 'asked', agreed: true })
    })
  })

  it('[PR6] nothing leaves the thread', () => {
    stories((before, after) => {
      expect(after.thread.slice(0, before.thread.length)).toEqual(before.thread)
      expect(after.thread.length).toBe(before.thread.length + 1)
    })
  })

  it('[PR8] somebody always has to keep it, and it passes only to whoever was asked and said yes', () => {
    let passed = 0
    stories((before, after, by, _at, act) => {
      expect(STAFF).toContain(after.keeper)
      if (after.keeper === before.keeper) return
      passed += 1
      expect([act, after.keeper]).toEqual(['takeOver', by])
      expect(before).toMatchObject({ status: 'open', passingTo: by })
    })
    expect(passed).toBeGreaterThan(50)
  })

  it('[PR4] comes to the same in whatever order its steps are heard of', () => {
    const hours = fc.integer({ min: 5, max: END }).map((each) => each * HOUR)
    const step = fc.record({
      ...{ which: fc.nat(9), dueAt: hours, agreed: fc.boolean() },
      ...{ by: fc.constantFrom(WANG, WANG, LI), to: fc.constantFrom(LI, WANG), of: fc.nat(1) },
    })
    const heard = fc.array(step, { minLength: 2, maxLength: 8 }).chain((steps) => {
      const changes = steps.map(() => newId<ChangeId>())
      const done = steps.map(({ which, dueAt, agreed, by, to, of }, index) => {
        const own = steps.findLastIndex((other, at) => at < index - of && other.by === by)
        const undo = { act: 'undo', change: changes[own] ?? newId<ChangeId>() } as const
        const acts: readonly PromiseAct[] = [
          { act: 'renegotiate', dueAt, agreed, words },
          { act: 'keep', words },
          { act: 'break', words },
          { act: 'release', words },
          { act: 'explain', words },
          { act: 'turnDown', words },
          { act: 'handOver', to, words },
          ...[undo, undo],
        ]
        return [
          by,
          (index + 1) * 10 * HOUR,
          acts[which] ?? { act: 'takeOver' },
          changes[index],
        ] as const
      })
      return fc.tuple(fc.constant(done), fc.shuffledSubarray(done, { minLength: done.length }))
    })
    let [undone, passed] = [0, 0]
    fc.assert(
      fc.property(heard, hours, ([inOrder, asHeard], dueAt) => {
        const made = promiseOf(WANG, dueAt)
        const { promise } = promiseStory(made, inOrder)
        expect(promiseStory(made, asHeard).promise).toEqual(promise)
        undone += promise.thread.some(({ kind }) => kind === 'undone') ? 1 : 0
        passed += promise.thread.some(({ kind }) => kind === 'takenOver') ? 1 : 0
      }),
      { numRuns: 1_500 },
    )
    expect(Math.min(undone, passed)).toBeGreaterThan(20)
  })

  it('[PR10] every promise is in one sum, and what came due is all but the open and the let go', () => {
    stories((_before, after, _by, at) => {
      const given = givenOf(after, at)
      const rate = rateOf([given])
      const { kept, late, broken, overdue, open, released, due } = rate
      expect(kept + late + broken + overdue + open + released).toBe(1)
      expect(due).toBe(1 - open - released)
      const mine = openPromisesOf([given], after.keeper)
      expect(mine).toHaveLength(after.status === 'open' ? 1 : 0)
    })
  })

  it('what comes of it can be written down and read again', () => {
    stories((_before, after) => {
      expect(v.safeParse(ownerPromiseSchema, JSON.parse(JSON.stringify(after))).success).toBe(true)
    })
  })
})
