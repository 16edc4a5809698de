import { isRevokedAndSent } from '../storage/revoked'
import { dropAllOf } from './drop-all-of'
import { endSession } from './end-session'
import type { Phone } from './phone'
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
  await dropAllOf(person)
  stepAside()
  await endSession()
  return true
}
