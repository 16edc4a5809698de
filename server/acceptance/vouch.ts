import type { StaffId } from '../../src/domain/id'
import { anyKind } from '../../src/protocol/apply-change'
import type { PhotoName } from '../store/stored'
import type { ExportedChange } from './exported-change'
import { recordNamed } from './incoming'
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
    const hashes = new Set(
      anyKind(key.kind)
        .photosOf(body)
        .map(({ sha256 }) => sha256),
    )
    return [...hashes]
      .filter((sha256) => said.includes(sha256))
      .map((sha256) => ({
        ...{ ...key, sha256, device: change.device, staff: change.by, importedBy: importer },
      }))
  })
