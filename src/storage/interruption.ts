import type { InterruptionId, ServiceInterruption } from '../domain/interruption/interruption'
import type { InterruptionReach } from '../domain/interruption/reach'
import type { PhoneDatabase } from './phone-database'

const OPEN = ['planned', 'stopped']

export const interruptionsHeld = async ({
  serviceInterruptions,
}: PhoneDatabase): Promise<readonly ServiceInterruption[]> =>
  (await serviceInterruptions.toArray()).map(({ record }) => record)

/** [SI10] What is announced or stands still now. */
export const openInterruptions = async ({
  serviceInterruptions,
}: PhoneDatabase): Promise<readonly ServiceInterruption[]> =>
  (await serviceInterruptions.where('status').anyOf(OPEN).toArray()).map(({ record }) => record)

/** [SI5] Which homes were told, as far as this phone holds it. */
export const reachesOf = async (
  { interruptionReaches }: PhoneDatabase,
  interruption: InterruptionId,
): Promise<readonly InterruptionReach[]> =>
  (await interruptionReaches.where('interruption').equals(interruption).toArray()).map(
    ({ record }) => record,
  )
