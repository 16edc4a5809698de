import type { KindName } from '../domain/kind-table'
import type { Marked } from '../protocol/row'
import { useLive } from './live'
import { usePhone } from './phone'

/** [SY30] What of a record is worth a second look, by the change that did it. */
export const useMarked = (kind: KindName, id: () => string) => {
  const { database } = usePhone()
  return useLive<ReadonlyMap<string, Marked>>(() => {
    const record = id()
    return async () => {
      const marked = (await database.held(kind).get(record))?.marked ?? []
      return new Map(marked.map((each) => [each.change, each]))
    }
  }, new Map())
}

export type { Marked }
