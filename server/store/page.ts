import type { Page, PageQuery } from './call'
import type { StoreReader } from './store'

export const AWAITED_AT_ONCE = 100

/** A page put together from a reader's single answers; stores may have a quicker way. */
export const pageFrom = async (reader: StoreReader, query: PageQuery): Promise<Page> => {
  const { version, mark } = await reader.currentVersion()
  const ranges = query.ranges.map((range) => ({ ...range, base: range.base ?? version }))
  const { rows, upTo } = await reader.rowsOf(ranges, version, query.want, query.settledAfter)
  return {
    ...{ version, mark, rows, upTo },
    backedUpTo: await reader.backedUpTo(),
    awaited: await reader.photosAwaited(query.device, AWAITED_AT_ONCE),
    isRevoked: await reader.isRevoked(query.device),
  }
}
