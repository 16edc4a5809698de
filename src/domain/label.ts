import type { Checkpoint } from './checkpoint'
import type { Instant } from './instant'
import { tokenOf } from './token'

/** One that checks nobody in, wherever they stand. */
type StrangeLabel =
  | { readonly kind: 'withdrawn'; readonly checkpoint: Checkpoint; readonly at: Instant }
  /** A label of ours this phone does not know; something that is no label of ours. */
  | { readonly kind: 'unknown' | 'foreign' }

/** What a code held before the camera turned out to be. */
export type Label =
  /** Here; another stop of this round; another point of this community; of another community. */
  | {
      readonly kind: 'here' | 'onRound' | 'elsewhere' | 'otherCommunity'
      readonly checkpoint: Checkpoint
    }
  | StrangeLabel

const withdrawnAt = (checkpoint: Checkpoint, token: string): Instant | null =>
  checkpoint.withdrawn?.find((each) => each.token === token)?.at ?? null

/** Our labels say a bare token or an address that ends in /c/ and the token. */
const isOurs = (scanned: string, token: string) =>
  scanned.trim() === token || scanned.includes(`/c/${token}`)

/** Whose code it is, wherever it was scanned. */
type OwnLabel = { readonly kind: 'known'; readonly checkpoint: Checkpoint } | StrangeLabel

/** [CI3] Told with no network, from the checkpoints this phone holds. */
export const labelOf = (scanned: string, known: readonly Checkpoint[]): OwnLabel => {
  const token = tokenOf(scanned)
  if (token === null) return { kind: 'foreign' }
  const checkpoint = known.find((each) => each.token === token)
  if (checkpoint) return { kind: 'known', checkpoint }
  for (const each of known) {
    const since = withdrawnAt(each, token)
    if (since !== null) return { kind: 'withdrawn', checkpoint: each, at: since }
  }
  return { kind: isOurs(scanned, token) ? 'unknown' : 'foreign' }
}

/** [CI3] What it is to somebody who stands at a stop of a round. */
export const readLabel = (
  scanned: string,
  at: Checkpoint,
  stops: readonly string[],
  known: readonly Checkpoint[],
): Label => {
  const label = labelOf(scanned, known)
  if (label.kind !== 'known') return label
  const { checkpoint } = label
  if (checkpoint.id === at.id) return { kind: 'here', checkpoint }
  if (stops.includes(checkpoint.id)) return { kind: 'onRound', checkpoint }
  const isNeighbour = checkpoint.community === at.community
  return { kind: isNeighbour ? 'elsewhere' : 'otherCommunity', checkpoint }
}
