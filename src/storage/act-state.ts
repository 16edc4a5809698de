import type { KindName } from '../domain/kind-table'
import type { PhoneDatabase } from './phone-database'
import { recordKey } from './record-key'

/** Whether one act on a record has gone up, whatever else of the record waits. */
export type ActState = 'waiting' | 'refused' | 'uploaded'

export const actStateOf = async (
  database: PhoneDatabase,
  kind: KindName,
  id: string,
  act: string,
): Promise<ActState> => {
  const items = await database.outbox.where('key').equals(recordKey(kind, id)).toArray()
  const states = items.flatMap(({ change, state }) =>
    change.act.act === act && state !== 'settled' && state !== 'putAway' ? [state] : [],
  )
  if (states.length === 0) return 'uploaded'
  return states.every((state) => state === 'refused') ? 'refused' : 'waiting'
}
