import type { RecordId } from '../../src/domain/id'
import type { Row } from '../../src/protocol/row'
import type { Store } from '../store/store'
import type { Caller } from './caller'
import { rowsWithPhotos } from './pull'

const PAGE = 200

/** [SY20] What was pruned or never sent, newest first: same rows, same rights, no cursor moved. */
export const readHistory = (
  store: Store,
  caller: Caller,
  about: RecordId,
  before: number,
): Promise<{ readonly rows: readonly Row[]; readonly more: boolean }> =>
  store.read(caller.company, async (reader) => {
    const { rows, more } = await reader.history(about, before, caller.scopes, PAGE)
    return { rows: await rowsWithPhotos((hashes) => reader.missingPhotos(hashes), rows), more }
  })
