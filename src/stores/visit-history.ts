import type { CheckpointVisit } from '../domain/checkpoint-visit'
import { useLive } from './live'
import { usePhone } from './phone'

/** The last visit to a checkpoint before this round that is not void: last values, what failed. */
export const useLastVisit = (checkpoint: () => string, round: () => string) => {
  const { database } = usePhone()
  return useLive<CheckpointVisit | null>(() => {
    const [point, current] = [checkpoint(), round()]
    return async () => {
      const rows = await database.checkpointVisits
        .where('[checkpoint+visitedAt]')
        .between([point, 0], [point, Infinity])
        .reverse()
        .limit(20)
        .toArray()
      return (
        rows
          .map(({ record }) => record)
          .find((visit) => visit.round !== current && visit.voided === null) ?? null
      )
    }
  }, null)
}
