import type { OwnerPromise } from '../domain/promise/promise'

/** What the table of promises is asked by; `of/…` is whoever has to keep or to answer for it. */
export const promiseIndex = (promise: OwnerPromise) => {
  const { from, keeper, dueAt } = promise
  const ticket = from.by === 'ticket' ? { ticket: from.ticket } : {}
  if (promise.status !== 'open')
    return { ...ticket, settledAt: promise.settledAt, lists: [`ended/${keeper}`] }
  const { passingTo } = promise
  const people = passingTo ? [keeper, passingTo] : [keeper]
  return { ...ticket, openAt: dueAt, lists: people.map((staff) => `of/${staff}`) }
}
