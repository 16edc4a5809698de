import { shallowRef } from 'vue'
import { dropPerson, unsentOf } from '../storage/unsent'
import { endSession } from './end-session'
import { forgetPerson, knownPeople, rememberPerson, type KnownPerson } from './remembered'

export interface PersonHere extends KnownPerson {
  /** What of theirs still waits on this phone. */
  readonly unsent: number
  readonly begun: number
}

/** [TD11] Who works on this phone, and what of theirs has not gone up; names and numbers only. */
export const usePeople = () => {
  const people = shallowRef<readonly PersonHere[]>(
    knownPeople().map((known) => ({ ...known, unsent: 0, begun: 0 })),
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
    await dropPerson(person.company, person.staff)
    forgetPerson(person)
    // Whoever has none here any more lost it to the next who signed in.
    if (hasSession) void endSession()
    people.value = people.value.filter((known) => known.person.staff !== person.staff)
    return true
  }
  return {
    ...{ people, count, takeOff },
    /** Whoever stepped aside, with the session still theirs, goes on without a password. */
    comeBack: ({ person }: KnownPerson) => rememberPerson(person),
  }
}
