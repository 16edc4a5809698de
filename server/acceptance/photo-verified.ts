import type { CompanyId } from '../../src/domain/id'
import { keyOf, type Store, type StoredRecord, type VerifiedPhoto } from '../store/store'

/**
 * [SY24] A photo whose bytes were hashed and found right is kept, and the records that name it get a
 * new revision so that everyone who shows them learns that it is there.
 */
export const photoVerified = (
  store: Store,
  company: CompanyId,
  photo: VerifiedPhoto,
  mark: string,
): Promise<void> =>
  store.write(company, async (writer) => {
    await writer.savePhoto(photo)
    const names = await writer.namersOf(photo.sha256)
    const keys = [
      ...new Map(names.map(({ kind, id }) => [keyOf({ kind, id }), { kind, id }])).values(),
    ]
    const held = await writer.lockRecords(keys)
    if (held.length === 0) return
    const records = held.map(({ revision: _, ...record }: StoredRecord) => record)
    await writer.publish({
      mark,
      at: photo.verifiedAt,
      records,
      gone: [],
      changes: () => [],
      parked: [],
      unparked: [],
      absent: [],
      created: [],
      stillParked: [],
      photos: [],
    })
  })
