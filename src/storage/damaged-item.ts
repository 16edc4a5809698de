import type { Instant } from '../domain/instant'
import type { PhoneDatabase } from './phone-database'

/** shape: it reads, but is not what it was written as · unread: the browser cannot give it any more. */
export type Damage = 'shape' | 'unread'

/** [ST12] Something kept here that no longer reads, as it was found. */
export interface DamagedItem {
  /** Its table and its key in there. */
  readonly key: string
  readonly table: string
  readonly why: Damage
  readonly at: Instant
  /** The scope it was of, where that could still be read. */
  readonly scope: string | null
  readonly raw: unknown
}

/** What was set aside of the same row before stays as well. */
export const freeDamagedKey = async (
  { damaged }: PhoneDatabase,
  table: string,
  key: string | number,
): Promise<string> => {
  const first = `${table}/${key}`
  let free = first
  for (let n = 2; (await damaged.get(free)) !== undefined; n += 1) free = `${first}#${n}`
  return free
}
