import * as v from 'valibot'
import type { StaffId } from '../domain/id'
import { outcomeSchema, type Outcome } from '../protocol/outcome'
import type { Change } from '../protocol/change'
import type { UnsentWork } from '../protocol/unsent-work'
import { LIMITS } from '../protocol/version'
import { wireErrorSchema } from '../protocol/wire-error'
import type { WireReply } from './wire'

type Exported = Change & { readonly device: string }

/** `POST /changes/import`. */
export type ImportWire = (changes: readonly Exported[]) => Promise<WireReply>

/** [EX3] How the server took it. Cut on the way it may simply be begun again: ids make it once. */
export type TakenIn =
  | { readonly is: 'taken'; readonly outcomes: readonly Outcome[] }
  | { readonly is: 'offline' | 'signed-out' | 'other-person' | 'forbidden' | 'trouble' }

const answerSchema = v.object({ outcomes: v.array(outcomeSchema) })
/** Room is left for the envelope. */
const MOST_BYTES = LIMITS.bodyBytes - 32 * 1024

const bytesOf = (change: Exported) => new TextEncoder().encode(JSON.stringify(change)).length + 1

/** Consecutive changes of one group go together, others by themselves. */
const groupsOf = (changes: readonly Exported[]): readonly (readonly Exported[])[] => {
  const groups: Exported[][] = []
  for (const change of changes) {
    const last = groups.at(-1)
    if (last && change.group !== undefined && last[0]?.group === change.group) last.push(change)
    else groups.push([change])
  }
  return groups
}

/** [EX3] At most 200 changes and a mebibyte a call; no group is cut. */
export const callsOf = ({ changes, device }: Pick<UnsentWork, 'changes' | 'device'>) => {
  const calls: Exported[][] = []
  let bytes = 0
  for (const group of groupsOf(changes.map((change) => ({ ...change, device })))) {
    const size = group.reduce((sum, change) => sum + bytesOf(change), 0)
    const last = calls.at(-1)
    const fits = last && last.length + group.length <= LIMITS.changesPerCall
    if (last && fits && bytes + size <= MOST_BYTES) {
      last.push(...group)
      bytes += size
    } else {
      calls.push([...group])
      bytes = size
    }
  }
  return calls
}

const OWN_KINDS = ['signed-out', 'other-person', 'forbidden'] as const
const isOwnKind = (kind: string): kind is (typeof OWN_KINDS)[number] =>
  OWN_KINDS.some((each) => each === kind)

const failureOf = (body: unknown): TakenIn => {
  const error = v.safeParse(wireErrorSchema, body)
  const kind = error.success ? error.output.error.kind : null
  return { is: kind !== null && isOwnKind(kind) ? kind : 'trouble' }
}

export const takeInWork = async (work: UnsentWork, wire: ImportWire): Promise<TakenIn> => {
  const outcomes: Outcome[] = []
  for (const call of callsOf(work)) {
    const reply = await wire(call)
    if (!reply.reached) return { is: 'offline' }
    const answer = v.safeParse(answerSchema, reply.body)
    if (reply.status !== 200 || !answer.success) return failureOf(reply.body)
    outcomes.push(...answer.output.outcomes)
  }
  return { is: 'taken', outcomes }
}

/** [WI7] For `staff`: another person may have signed in on this browser since. */
export const fetchImportWire =
  (fetch: typeof globalThis.fetch, staff: StaffId): ImportWire =>
  async (changes) => {
    try {
      const response = await fetch(`/api/v1/changes/import?staff=${staff}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ changes }),
      })
      const body: unknown = await response.json()
      return { reached: true, status: response.status, body, retryAfter: null }
    } catch {
      // No network, or a page of somebody else's in place of JSON.
      return { reached: false }
    }
  }
