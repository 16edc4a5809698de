import { shallowRef } from 'vue'
import { unsentOf } from '../storage/unsent'
import { knownPeople, rememberPerson, type KnownPerson } from './remembered'

export interface PersonHere extends KnownPerson {
  /** What of theirs still waits on this phone. */
  readonly unsent: number
}

/** [TD11] Who works on this phone, and what of theirs has not gone up; names and numbers only. */
export const usePeople = () => {
  const people = shallowRef<readonly PersonHere[]>(
    knownPeople().map((known) => ({ ...known, unsent: 0 })),
  )
  const count = async () => {
    people.value = await Promise.all(
      people.value.map(async (known) => ({
        ...known,
        unsent: await unsentOf(known.person.company, known.person.staff),
      })),
    )
  }
  return {
    people,
    count,
    /** Whoever stepped aside, with the session still theirs, goes on without a password. */
    comeBack: ({ person }: KnownPerson) => rememberPerson(person),
  }
}
