import type { StorageFailure } from '../storage/storage-failure'
import type { Phone } from './phone'

/** As often as something can be given free, and it is still not enough. */
const TRIES = 4

/**
 * [ST13] Writes; on a full phone again, after what the server has was given free. Answers what failed
 * last, or null.
 */
export const withRoom = async <Failure extends { readonly kind: string }>(
  { database, now }: Pick<Phone, 'database' | 'now'>,
  write: () => Promise<Failure | StorageFailure | null>,
): Promise<Failure | StorageFailure | null> => {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const failure = await write()
    if (failure?.kind !== 'storage-full') return failure
    // Hardly ever needed: it comes when it is.
    const { makeRoom } = await import('../storage/make-room')
    if (!(await makeRoom(database, now()))) return failure
  }
  return write()
}
