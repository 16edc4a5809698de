import { applied, malformed, noted, type ActContext, type RecordKind } from '../record-kind'
import { communityScope } from '../scope'
import { isUpright } from '../serve/served'
import { entryOf, isInThread } from '../thread'
import {
  interruptionActs,
  interruptionSchema,
  type InterruptionAct,
  type InterruptionEntry,
  type InterruptionId,
  type ServiceInterruption,
} from './interruption'

type ActNamed<Name extends InterruptionAct['act']> = Extract<InterruptionAct, { act: Name }>

const announce = (deed: ActNamed<'announce'>, context: ActContext) => {
  const { act, ...said } = deed
  const reachesNothing = said.facilities.length === 0 && said.places.length === 0
  const isBackwards = said.until !== null && said.until <= said.from
  if (reachesNothing || isBackwards || !said.places.every(isUpright)) return malformed
  const entry = { ...entryOf(context), act, late: false, until: said.until, words: said.reason }
  const base = { id: context.record as InterruptionId, ...said, thread: [entry] }
  return applied<ServiceInterruption>(
    said.kind === 'planned'
      ? { ...base, status: 'planned' }
      : { ...base, status: 'stopped', beganAt: said.from },
  )
}

/** What it becomes; null where the step no longer, or not yet, fits. */
const stepOf = (
  record: ServiceInterruption,
  deed: Exclude<InterruptionAct, { act: 'announce' }>,
): ServiceInterruption | null => {
  switch (deed.act) {
    case 'begin':
      return record.status === 'planned'
        ? { ...record, status: 'stopped', beganAt: deed.beganAt }
        : null
    case 'prolong':
      return record.status === 'planned' || record.status === 'stopped'
        ? { ...record, until: deed.until }
        : null
    case 'restore':
      return record.status === 'stopped' && deed.restoredAt >= record.beganAt
        ? { ...record, status: 'restored', restoredAt: deed.restoredAt }
        : null
    case 'callOff':
      return record.status === 'planned' ? { ...record, status: 'calledOff' } : null
  }
}

/** [SI3] [SI4] What does not fit any more stays in the thread as what it was. */
export const interruptionKind: RecordKind<ServiceInterruption, InterruptionAct> = {
  kind: 'ServiceInterruption',
  record: interruptionSchema,
  acts: interruptionActs,
  creates: ['announce'],
  apply: (record, deed, context) => {
    if (record && isInThread(record.thread, context)) return applied(record)
    if (deed.act === 'announce')
      return record ? noted(record, 'already-recorded') : announce(deed, context)
    if (!record || (deed.act === 'prolong' && deed.until <= record.from)) return malformed
    const next = stepOf(record, deed)
    const entry: InterruptionEntry = {
      ...{ ...entryOf(context), act: deed.act, late: next === null },
      until: deed.act === 'prolong' ? deed.until : null,
      words: 'words' in deed ? deed.words : '',
    }
    const thread = [...record.thread, entry]
    return next ? applied({ ...next, thread }) : noted({ ...record, thread }, 'came-too-late')
  },
  scopeOf: ({ community }) => communityScope(community),
  settledAt: ({ status, thread }) =>
    status === 'restored' || status === 'calledOff' ? (thread.at(-1)?.at ?? 0) : null,
  about: ({ facilities, places }) => [
    ...facilities,
    ...places.flatMap((each) => (each.kind === 'place' ? each.place : [])),
  ],
  photosOf: () => [],
}
