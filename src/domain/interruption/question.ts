import type { ChangeId } from '../id'
import { DAY, MINUTE, type Instant } from '../instant'
import type { PlaceId } from '../place'
import type { Served } from '../serve/served'
import type { InterruptionEntry, ServiceInterruption } from './interruption'
import type { InterruptionReach, StopTelling } from './reach'

/** [SI3] So long before a planned stop owners are told. */
export const LEAD = DAY
export const isShortNotice = (from: Instant, now: Instant): boolean => from - now < LEAD

export const isOpen = ({ status }: ServiceInterruption): boolean =>
  status === 'planned' || status === 'stopped'

/** [SI2] All that stops: what was said directly, and what the machines feed. */
export const stoppedOf = ({
  facilities,
  places,
}: Pick<ServiceInterruption, 'facilities' | 'places'>): readonly Served[] => [
  ...facilities.map((facility): Served => ({ kind: 'facility', facility })),
  ...places,
]

/** [SI6] The last word owners have to hear; beginning when it was said is no news. */
export const wordOf = ({ thread }: ServiceInterruption): InterruptionEntry | null =>
  thread.filter(({ act, late }) => act !== 'begin' && !late).at(-1) ?? null

/** How a home stands with one word of it. */
export type HomeReach = 'told' | 'tried' | 'untold'

/** [SI6] [SI7] Of each home the tellings of a word that stand, the last one last. */
export const tellingsByHome = (
  reaches: readonly InterruptionReach[],
  of: ChangeId | undefined,
): ReadonlyMap<PlaceId, readonly StopTelling[]> => {
  const found = new Map<PlaceId, StopTelling[]>()
  for (const { thread } of reaches)
    for (const telling of thread)
      if (telling.of === of && !telling.takenBack)
        for (const home of telling.homes) found.set(home, [...(found.get(home) ?? []), telling])
  return found
}

export const homeReach = (tellings: readonly StopTelling[] | undefined): HomeReach =>
  !tellings || tellings.length === 0
    ? 'untold'
    : tellings.some(({ reached }) => reached)
      ? 'told'
      : 'tried'

/** [SI9] For how long it was, or has been; null while nothing stopped. */
export const minutesOf = (record: ServiceInterruption, now: Instant): number | null => {
  if (record.status !== 'stopped' && record.status !== 'restored') return null
  const end = record.status === 'restored' ? record.restoredAt : now
  return Math.max(0, Math.round((end - record.beganAt) / MINUTE))
}
