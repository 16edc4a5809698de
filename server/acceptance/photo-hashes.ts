import type { AnyRecord, KindName } from '../../src/domain/kind-table'
import { anyKind } from '../../src/protocol/apply-change'

/** The photos and sounds a record names, each once. */
export const photoHashes = (kind: KindName, body: AnyRecord): ReadonlySet<string> =>
  new Set(
    anyKind(kind)
      .photosOf(body)
      .map(({ sha256 }) => sha256),
  )
