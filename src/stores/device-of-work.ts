import * as v from 'valibot'
import type { Instant } from '../domain/instant'
import type { UnsentWork } from '../protocol/unsent-work'
import type { Person } from './phone'

/**
 * [EX8] What the server knows of the device a file says it is from: its author's, somebody else's, or
 * nobody's it could name. Not asked where there is no network.
 */
export type DeviceOfWork =
  | { readonly is: 'theirs'; readonly heardAt: Instant }
  | { readonly is: 'others' | 'unknown' | 'not-asked' }

const answerSchema = v.object({
  devices: v.array(v.object({ device: v.string(), staff: v.string(), heardAt: v.number() })),
})

/** An administrator is told of every device, others of those near them, their own among these. */
export const deviceOfWork = async (
  { device, staff }: Pick<UnsentWork, 'device' | 'staff'>,
  asker: Pick<Person, 'staff' | 'roles'>,
): Promise<DeviceOfWork> => {
  const list = asker.roles.includes('administrator') ? 'devices' : 'presence'
  try {
    const response = await fetch(`/api/v1/${list}?staff=${asker.staff}`)
    const read = v.safeParse(answerSchema, response.ok ? await response.json() : null)
    if (!read.success) return { is: 'not-asked' }
    const found = read.output.devices.find((each) => each.device === device)
    if (!found) return { is: 'unknown' }
    return found.staff === staff.id ? { is: 'theirs', heardAt: found.heardAt } : { is: 'others' }
  } catch {
    // No network: the file can be looked at all the same.
    return { is: 'not-asked' }
  }
}
