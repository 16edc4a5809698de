import { isRevokedAndSent } from '../storage/revoked'
import { dropPerson } from '../storage/unsent'
import { forgetKept } from './kept-note'
import { endSession } from './end-session'
import { writeLock } from './lock'
import { dropLook } from './look'
import type { Phone } from './phone'
import { forgetPerson } from './remembered'
import { stepAside } from './sign-in'

/**
 * [DV4] All that was saved here is at the company: what this phone may no longer hold goes from it, and
 * the person from its list. Answers whether it did; something saved meanwhile is sent first.
 */
export const leaveRevoked = async ({
  person,
  database,
  sync,
}: Pick<Phone, 'person' | 'database' | 'sync'>): Promise<boolean> => {
  if (!(await isRevokedAndSent(database))) {
    sync.wake()
    return false
  }
  sync.stop()
  database.close()
  // First, should the app be closed in the midst of it.
  dropLook()
  await dropPerson(person.company, person.staff)
  forgetPerson(person)
  forgetKept(person)
  writeLock(person, null)
  stepAside()
  await endSession()
  return true
}
