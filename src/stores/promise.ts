import { mayAct } from '../domain/permission'
import type { PromiseAct } from '../domain/promise/act'
import type { OwnerPromise } from '../domain/promise/promise'
import { promisesOfTicket } from '../storage/promise-list'
import type { SaveExtras } from '../storage/save-acts'
import { act } from './act'
import { useLive } from './live'
import { usePhone } from './phone'

/** One promise as the database has it now: null where there is none, undefined until it was looked up. */
export const usePromise = (id: () => string) => {
  const { database } = usePhone()
  return useLive<OwnerPromise | null | undefined>(() => {
    const wanted = id()
    return async () => (await database.ownerPromises.get(wanted))?.record ?? null
  }, undefined)
}

/** What was promised out of a ticket, the nearest first. */
export const usePromisesOfTicket = (ticket: () => string) => {
  const { database } = usePhone()
  return useLive<readonly OwnerPromise[]>(() => {
    const id = ticket()
    return async () => [...(await promisesOfTicket(database, id))].sort((a, b) => a.dueAt - b.dueAt)
  }, [])
}

/** What staff do to a promise. */
export const usePromiseActs = () => {
  const phone = usePhone()
  return {
    mayPromise: mayAct(phone.person.roles, 'OwnerPromise', 'make'),
    save: (record: string, deed: PromiseAct, extras: SaveExtras = {}) =>
      act(phone, [{ kind: 'OwnerPromise', record, act: deed }], extras),
  }
}
