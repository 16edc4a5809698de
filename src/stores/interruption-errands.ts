import { mayAct } from '../domain/permission'
import type { Errand } from '../domain/today/errand'
import { openInterruptions } from '../storage/interruption'
import type { PhoneDatabase } from '../storage/phone-database'
import type { Person } from './phone'

/** [SI10] What stands still or will, for whoever is there to do something about it. */
export const interruptionErrands = async (
  database: PhoneDatabase,
  { person }: { readonly person: Person },
): Promise<readonly Errand[]> => {
  if (!mayAct(person.roles, 'ServiceInterruption', 'begin')) return []
  return (await openInterruptions(database)).map(({ id, status, reason, from, thread }) => ({
    ...{ key: `interruption/${id}`, to: `/interruptions/${id}`, at: from, count: 0 },
    what: status === 'planned' ? 'stopPlanned' : 'stopped',
    standing: status === 'planned' ? 'later' : 'now',
    ...{ by: thread[0]?.by ?? null, where: reason },
  }))
}
