import { TABLE_OF } from '../storage/phone-database'
import { isWhole } from '../storage/whole'
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
  let wasDone = false
  return useLive<Download | null>(
    () => async () => {
      const isDone = wasDone || (await isWhole(database))
      wasDone = isDone
      if (isDone) return { isDone, rows: 0 }
      const counts = await Promise.all(
        Object.values(TABLE_OF).map((table) => database.table(table).count()),
      )
      return { isDone, rows: counts.reduce((sum, count) => sum + count, 0) }
    },
    null,
  )
}
