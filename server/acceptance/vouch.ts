import type { StaffId } from '../../src/domain/id'
import type { PhotoName } from '../store/stored'
import type { ExportedChange } from './exported-change'
import { recordNamed } from './incoming'
import { photoHashes } from './photo-hashes'
import type { WorkingSet } from './working-set'

/**
 * [WI10] Words are often up before their photos. Who brings a colleague's work in vouches for the photos
 * of what the server knows already too: those the change speaks of and its record shows.
 */
export const vouchedPhotos = (
  known: readonly ExportedChange[],
  importer: StaffId,
  set: WorkingSet,
): readonly PhotoName[] =>
  known.flatMap((change) => {
    const [key] = recordNamed(change)
    const body = key ? set.get(key).body : null
    if (!key || !body || change.by === importer) return []
    const said = JSON.stringify(change)
    return [...photoHashes(key.kind, body)]
      .filter((sha256) => said.includes(sha256))
      .map((sha256) => ({
        ...{ ...key, sha256, device: change.device, staff: change.by, importedBy: importer },
      }))
  })
