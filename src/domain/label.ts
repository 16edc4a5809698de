import { tokenOf, type Checkpoint } from './checkpoint'
import type { Instant } from './instant'

/** What a code held before the camera turned out to be. */
export type Label =
  /** Here; another stop of this round; another point of this community; of another community. */
  | {
      readonly kind: 'here' | 'onRound' | 'elsewhere' | 'otherCommunity'
      readonly checkpoint: Checkpoint
    }
  | { readonly kind: 'withdrawn'; readonly checkpoint: Checkpoint; readonly at: Instant }
  /** A label of ours this phone does not know; something that is no label of ours. */
  | { readonly kind: 'unknown' | 'foreign' }

const withdrawnAt = (checkpoint: Checkpoint, token: string): Instant | null =>
  checkpoint.withdrawn?.find((each) => each.token === token)?.at ?? null

/** Our labels say a bare token or an address that ends in /c/ and the token. */
const isOurs = (scanned: string, token: string) =>
  scanned.trim() === token || scanned.includes(`/c/${token}`)

/** [CI3] Told with no network, from the checkpoints this phone holds. */
export const readLabel = (
  scanned: string,
  at: Checkpoint,
  stops: readonly string[],
  known: readonly Checkpoint[],
): Label => {
  const token = tokenOf(scanned)
  if (token === null) return { kind: 'foreign' }
  const checkpoint = known.find((each) => each.token === token)
  if (checkpoint?.id === at.id) return { kind: 'here', checkpoint }
  if (checkpoint) {
    if (stops.includes(checkpoint.id)) return { kind: 'onRound', checkpoint }
    const isNeighbour = checkpoint.community === at.community
    return { kind: isNeighbour ? 'elsewhere' : 'otherCommunity', checkpoint }
  }
  for (const each of known) {
    const since = withdrawnAt(each, token)
    if (since !== null) return { kind: 'withdrawn', checkpoint: each, at: since }
  }
  return { kind: isOurs(scanned, token) ? 'unknown' : 'foreign' }
}
