import type { CompanyId } from '../../src/domain/id'
import type { Instant } from '../../src/domain/instant'
import { emptyBatch } from '../store/batch'
import type { Store } from '../store/store'
import type { RecordKey } from '../store/stored'

/**
 * [SY26] Erases a record for ever: the row, what waits for it, and what its acts said. Every scope it
 * was in is told, so that phones purge it. Change ids and outcomes stay, so nothing comes back.
 */
export const eraseRecord = (
  store: Store,
  company: CompanyId,
  key: RecordKey,
  at: Instant,
  mark: string,
): Promise<boolean> =>
  store.write(company, async (writer) => {
    const [held] = await writer.lockRecords([key])
    if (!held) return false
    await writer.publish({ ...emptyBatch(mark, at), erased: [key] })
    return true
  })
