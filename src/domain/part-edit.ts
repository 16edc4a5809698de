import type { ActContext } from './record-kind'
import { isSame } from './same'
import { entryOf, type EntryContext } from './thread'

/** A part as its author saw it and as they meant it; `held` is what stands. */
export interface PartEdit {
  readonly part: string
  readonly held: unknown
  readonly seen: unknown
  readonly meant: unknown
}

/** Of two who set the same part, what the other meant. */
export type KeptPart = EntryContext & { readonly part: string; readonly value: unknown }

/** A record whose parts are set each by itself, and by which act each was last. */
interface InParts {
  readonly stamps: Readonly<Record<string, EntryContext>>
  readonly kept: readonly KeptPart[]
}

const isAfter = (one: EntryContext, other: EntryContext | undefined): boolean =>
  !other || one.at > other.at || (one.at === other.at && one.change > other.change)

/** [MG1] Different parts both stand; of the same part the later stands, the other is kept beside it. */
export const mergeParts = (record: InParts, edits: readonly PartEdit[], context: ActContext) => {
  const entry = entryOf(context)
  const stamps: Record<string, EntryContext> = { ...record.stamps }
  const kept: KeptPart[] = [...record.kept]
  const standing: Record<string, unknown> = {}
  let isLost = false
  for (const { part, held, seen, meant } of edits) {
    const stamp = stamps[part]
    const isLater = isAfter(entry, stamp)
    const isMoved = stamp && !isSame(held, seen) && !isSame(held, meant)
    if (isMoved) kept.push({ ...entry, part, value: isLater ? held : meant })
    if (isMoved && !isLater) {
      isLost = true
      continue
    }
    standing[part] = meant
    if (isLater) stamps[part] = entry
  }
  return { standing, merged: { stamps, kept }, isLost }
}

interface Settled {
  readonly kept: readonly KeptPart[]
  readonly settled: readonly { readonly of: string; readonly part: string }[]
}

/** What somebody else meant, until somebody chose. */
export const openParts = <Record extends Settled>({
  kept,
  settled,
}: Record): readonly Record['kept'][number][] =>
  kept.filter(
    ({ change, part }) => !settled.some((each) => each.of === change && each.part === part),
  )
