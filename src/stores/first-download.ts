import { KIND_NAMES } from '../domain/kind-table'
import { readMeta } from '../storage/meta'
import { useLive } from './live'
import { usePhone } from './phone'

export interface Download {
  readonly isDone: boolean
  readonly rows: number
}

/**
 * How far the first download is; everything works offline once it is done. Later ones take nobody's
 * work from the screen: a notice says that something has not come yet.
 */
export const useFirstDownload = () => {
  const { database } = usePhone()
  return useLive<Download | null>(
    () => async () => {
      const cursor = await readMeta(database, 'cursor')
      const incomplete = (await readMeta(database, 'incomplete')) ?? []
      const wasWhole = (await readMeta(database, 'wholeSince')) !== undefined
      const isDone = wasWhole || (Boolean(cursor) && incomplete.length === 0)
      if (isDone) return { isDone, rows: 0 }
      const counts = await Promise.all(KIND_NAMES.map((kind) => database.held(kind).count()))
      return { isDone, rows: counts.reduce((sum, count) => sum + count, 0) }
    },
    null,
  )
}
