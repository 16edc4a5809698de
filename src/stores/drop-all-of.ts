import { dropPerson } from '../storage/unsent'
import { forgetKept } from './kept-note'
import { writeLock } from './lock'
import { dropLook } from './look'
import type { Person } from './phone'
import { forgetPerson } from './remembered'

/** Nothing of somebody stays on this phone. What is seen of them goes first, should it be cut short. */
export const dropAllOf = async (person: Person): Promise<void> => {
  dropLook()
  await dropPerson(person.company, person.staff)
  forgetPerson(person)
  forgetKept(person)
  writeLock(person, null)
}
