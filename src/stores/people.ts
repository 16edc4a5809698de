import { shallowRef } from 'vue'
import { unsentOf } from '../storage/unsent'
import { dropAllOf } from './drop-all-of'
import { endSession } from './end-session'
import { readLock } from './lock'
import type { Person } from './phone'
import {
  isSame,
  knownPeople,
  rememberedPerson,
  rememberPerson,
  type KnownPerson,
} from './remembered'
import { takeOver } from './sign-in'

export interface PersonHere extends KnownPerson {
  /** What of theirs still waits on this phone. */
  readonly unsent: number
  readonly begun: number
  /** [LK3] Their code opens it, with or without a network. */
  readonly hasPin: boolean
}

const isOpenFor = (person: Person): boolean => {
  const before = rememberedPerson()
  return before !== null && isSame(before, person)
}

/** [TD11] Who works on this phone, and what of theirs has not gone up; names and numbers only. */
export const usePeople = () => {
  const people = shallowRef<readonly PersonHere[]>(
    knownPeople().map((known) => ({
      ...{ ...known, unsent: 0, begun: 0 },
      hasPin: readLock(known.person) !== null,
    })),
  )
  const count = async () => {
    people.value = await Promise.all(
      people.value.map(async (known) => ({
        ...known,
        ...(await unsentOf(known.person.company, known.person.staff)),
      })),
    )
  }
  /** [TD16] Counted anew first: what was not uploaded is never taken off with them. */
  const takeOff = async ({ person, hasSession }: KnownPerson): Promise<boolean> => {
    const { unsent } = await unsentOf(person.company, person.staff)
    if (unsent > 0) return false
    await dropAllOf(person)
    if (isOpenFor(person)) rememberPerson(null)
    // Whoever has none here any more lost it to the next who signed in.
    if (hasSession) void endSession()
    people.value = people.value.filter((known) => known.person.staff !== person.staff)
    return true
  }
  return {
    ...{ people, count, takeOff },
    /** Whoever stepped aside, with the session still theirs, goes on without a password. */
    comeBack: ({ person }: KnownPerson) => takeOver(person),
    /** [LK3] Whoever locked the phone is asked first; nobody where somebody stepped aside. */
    locked: people.value.find(({ person, hasPin }) => hasPin && isOpenFor(person)) ?? null,
  }
}
