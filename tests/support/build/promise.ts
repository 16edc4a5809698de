import type { ActContext } from '../../../src/domain/record-kind'
import type { PlaceId } from '../../../src/domain/place'
import type { PromiseAct, PromiseActOf } from '../../../src/domain/promise/act'
import { ownerPromiseKind } from '../../../src/domain/promise/apply'
import type { OwnerPromise, OwnerPromiseId } from '../../../src/domain/promise/promise'
import { nameId, newId } from './ids'

export const HOME = newId<PlaceId>()
const BUILDING = newId<PlaceId>()

export const makePromise = (
  dueAt: number,
  other: Partial<PromiseActOf<'make'>> = {},
): PromiseActOf<'make'> => ({
  ...{ act: 'make', community: newId(), building: BUILDING, home: HOME, caller: null },
  ...{ words: '明天带师傅上门看渗水', dueAt, from: { by: 'itself' } },
  ...other,
})

const contextOf = (
  record: OwnerPromiseId,
  by: ActContext['by'],
  at: number,
  change: ActContext['change'] = newId(),
): ActContext => ({ at, by, change, record, nameId })

export const promiseOf = (
  by: ActContext['by'],
  dueAt: number,
  other: Partial<PromiseActOf<'make'>> = {},
): OwnerPromise => {
  const made = ownerPromiseKind.apply(null, makePromise(dueAt, other), contextOf(newId(), by, 1))
  if (made.outcome !== 'applied') throw new Error('not made')
  return made.record
}

/** What becomes of a promise, step by step; what is refused leaves it as it was. */
export const promiseStory = (
  promise: OwnerPromise,
  steps: readonly (readonly [
    by: ActContext['by'],
    at: number,
    act: PromiseAct,
    change?: ActContext['change'] | undefined,
  ])[],
) => {
  const outcomes: string[] = []
  const after = steps.reduce((held, [by, at, act, change]) => {
    const done = ownerPromiseKind.apply(held, act, contextOf(held.id, by, at, change))
    outcomes.push(done.outcome)
    return done.outcome === 'refused' ? held : done.record
  }, promise)
  return { promise: after, outcomes }
}
