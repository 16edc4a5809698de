import { readMeta } from '../storage/meta'
import { useLive } from './live'
import { usePhone } from './phone'

/** [DV4] This device was revoked, and goes on only until it has sent what it holds. */
export const useRevoked = () => {
  const { database } = usePhone()
  return useLive(() => async () => (await readMeta(database, 'revoked')) === true, false)
}
