import type { StaffId } from '../../src/domain/id'
import type { ParkedChange, PhotoVoucher } from '../store/stored'
import type { ExportedChange } from './exported-change'
import type { Ground } from './ground'
import { recordNamed } from './incoming'
import { photoHashes } from './photo-hashes'

/** Whatever an act names whose bytes travel apart, wherever it stands in it. */
const hashesIn = (act: unknown): readonly string[] => [
  ...new Set(
    [...JSON.stringify(act).matchAll(/"sha256":"([0-9a-f]{64})"/g)].map(
      ([, sha256 = '']) => sha256,
    ),
  ),
]

const ofParked = ({ key, act }: ParkedChange, staff: StaffId): readonly PhotoVoucher[] =>
  hashesIn(act).map((sha256) => ({ ...key, sha256, staff }))

const ofSettled = (
  change: ExportedChange,
  staff: StaffId,
  { set }: Ground,
): readonly PhotoVoucher[] => {
  const [key] = recordNamed(change)
  const body = key ? set.get(key).body : null
  if (!key || !body) return []
  const said = JSON.stringify(change)
  return [...photoHashes(key.kind, body)]
    .filter((sha256) => said.includes(sha256))
    .map((sha256) => ({ ...key, sha256, staff }))
}

/**
 * [WI10] Words are often up before their photos. Who brings a colleague's work in vouches for the photos
 * of what the server knows already too: those the change speaks of and its record shows, and those of an
 * act that waits for its record.
 */
export const vouchersFor = (
  known: readonly ExportedChange[],
  importer: StaffId,
  ground: Ground,
): readonly PhotoVoucher[] =>
  known
    .filter(({ by }) => by !== importer)
    .flatMap((change) => {
      const parked = ground.parked(change.id)
      return parked ? ofParked(parked, importer) : ofSettled(change, importer, ground)
    })
