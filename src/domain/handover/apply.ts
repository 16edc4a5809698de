import type { StaffId } from '../id'
import {
  applied,
  malformed,
  noted,
  type ActContext,
  type NotedReason,
  type RecordKind,
} from '../record-kind'
import { communityScope } from '../scope'
import { signatureFault } from '../signature'
import { entryOf, isInThread } from '../thread'
import {
  handoverActs,
  handoverSchema,
  type HandoverAct,
  type HandoverId,
  type ShiftHandover,
} from './handover'

type ActOf<Name extends HandoverAct['act']> = Extract<HandoverAct, { act: Name }>
type Entry = ShiftHandover['thread'][number]

const withEntry = <Thing extends ShiftHandover>(handover: Thing, entry: Entry): Thing => ({
  ...handover,
  thread: [...handover.thread, entry],
})

const give = (act: ActOf<'give'>, context: ActContext): ShiftHandover => {
  const { act: _, ...given } = act
  const thread = [{ ...entryOf(context), kind: 'given' as const }]
  const base = { id: context.record as HandoverId, giver: context.by, givenAt: context.at }
  return { ...base, ...given, status: 'waiting', thread }
}

/** [HO5] Too late, or without its proof: what was counted and said stays. */
const keep = (
  handover: ShiftHandover,
  act: ActOf<'take'> | ActOf<'withdraw'>,
  context: ActContext,
  why: NotedReason,
) => {
  const counted = act.act === 'take' ? { taker: act.taker, differences: act.differences } : {}
  const base = { ...entryOf(context), kind: 'late' as const, step: act.act, words: act.words }
  return noted(withEntry(handover, { ...base, ...counted }), why)
}

/** [HO3] Whoever it was meant for by name, or comes to the post; on their own phone or the giver's. */
const isReceiver = ({ giver, to }: ShiftHandover, taker: StaffId, by: StaffId): boolean =>
  taker !== giver && (by === giver || by === taker) && (to.by !== 'person' || to.staff === taker)

/** [HO3] Signed by somebody else than the giver, with their hand or their word. */
const take = (handover: ShiftHandover, act: ActOf<'take'>, context: ActContext) => {
  if (handover.status !== act.from) return keep(handover, act, context, 'came-too-late')
  if (handover.status !== 'waiting') return malformed
  const { taker, signature, differences, words } = act
  if (!isReceiver(handover, taker, context.by) || signatureFault(signature) !== null)
    return keep(handover, act, context, 'proof-missing')
  const known = withEntry(handover, { ...entryOf(context), kind: 'taken', taker, words })
  const taking = { taker, signature, differences, words }
  return applied<ShiftHandover>({ ...known, status: 'taken', takenAt: context.at, taking })
}

const withdraw = (handover: ShiftHandover, act: ActOf<'withdraw'>, context: ActContext) => {
  if (handover.status !== act.from) return keep(handover, act, context, 'came-too-late')
  if (handover.status !== 'waiting') return malformed
  if (context.by !== handover.giver) return keep(handover, act, context, 'proof-missing')
  const entry = { ...entryOf(context), kind: 'withdrawn' as const, words: act.words }
  const known = withEntry(handover, entry)
  return applied<ShiftHandover>({ ...known, status: 'withdrawn', withdrawnAt: context.at })
}

export const handoverKind: RecordKind<ShiftHandover, HandoverAct> = {
  kind: 'ShiftHandover',
  record: handoverSchema,
  acts: handoverActs,
  creates: ['give'],
  apply: (handover, act, context) => {
    if (!handover) return act.act === 'give' ? applied(give(act, context)) : malformed
    if (isInThread(handover.thread, context)) return applied(handover)
    switch (act.act) {
      case 'give':
        return noted(handover, 'already-recorded')
      case 'take':
        return take(handover, act, context)
      case 'withdraw':
        return withdraw(handover, act, context)
      case 'say':
        return applied(withEntry(handover, { ...entryOf(context), kind: 'said', words: act.words }))
    }
  },
  scopeOf: (handover) => communityScope(handover.community),
  settledAt: (handover) => {
    if (handover.status === 'waiting') return null
    return handover.status === 'taken' ? handover.takenAt : handover.withdrawnAt
  },
  about: ({ tickets, rounds, renovators, quiet }) => [
    ...tickets.map(({ ticket }) => ticket),
    ...rounds.map(({ round }) => round),
    ...[...renovators, ...quiet].map(({ place }) => place),
  ],
  photosOf: (handover) => {
    const taken = handover.status === 'taken' ? handover.taking.signature.picture : undefined
    return [handover.signature.picture, taken].flatMap((picture) => picture ?? [])
  },
}
