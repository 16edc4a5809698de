import type { CompanyId } from '../../src/domain/id'
import { LIMITS } from '../../src/protocol/version'
import { emptyBatch } from '../store/batch'
import { keyOf, type Store, type VerifiedPhoto } from '../store/store'
import type { RecordKey, StoredRecord } from '../store/stored'

const unrevised = ({ revision: _, ...record }: StoredRecord): Omit<StoredRecord, 'revision'> =>
  record

/**
 * [SY24] A photo whose bytes were hashed and found right is kept, and the records that name it get a
 * new revision so that everyone who shows them learns that it is there. It is published even when
 * nobody names it yet: under the counter's lock a name that comes meanwhile cannot be missed.
 */
export const photoVerified = (
  store: Store,
  company: CompanyId,
  photo: VerifiedPhoto,
  mark: string,
): Promise<void> =>
  store.write(company, async (writer) => {
    const { sha256, verifiedAt } = photo
    const names = await writer.namersOf(sha256)
    const keys = [
      ...new Map(
        names.map(({ kind, id }): [string, RecordKey] => [keyOf({ kind, id }), { kind, id }]),
      ).values(),
    ]
    const records = (await writer.lockRecords(keys)).map(unrevised)
    await writer.savePhoto(photo)
    for (let at = 0; at === 0 || at < records.length; at += LIMITS.rowsPerVersion)
      await writer.publish({
        ...emptyBatch(mark, verifiedAt),
        records: records.slice(at, at + LIMITS.rowsPerVersion),
        namers: { sha256, keys },
      })
  })
