import type { DeviceId } from '../domain/id'
import { LIMITS } from '../protocol/version'
import { pullFromNothing, setAside, withdraw } from '../storage/requeue'
import type { ExchangeParts, ExchangeResult, Sent } from './exchange-parts'
import type { Ahead } from './read-ahead'

/** What is remembered between exchanges of one run. */
export interface ExchangeMemory {
  /** Halved while the change that makes a call fail is looked for; 0 asks whether it is a change at all. */
  most: number
  /** A call without changes went through: what fails is in the changes. */
  isEnvelopeFine: boolean
  ahead: Ahead | null
}

export const freshMemory = (): ExchangeMemory => ({
  ...{ most: LIMITS.changesPerCall, isEnvelopeFine: false, ahead: null },
})

export const noteSuccess = (memory: ExchangeMemory): void => {
  if (memory.most > 0) return
  memory.isEnvelopeFine = true
  memory.most = 1
}

/** Without changes a call fails only because of the cursor, or because of nothing of ours. */
const doubtEnvelope = async (
  parts: ExchangeParts,
  { outgoing }: Sent,
  kind: string,
): Promise<ExchangeResult> => {
  if (outgoing.request.cursor === null) return { ended: 'trouble', kind, retryAfter: null }
  await pullFromNothing(parts.database)
  return { ended: 'again' }
}

/**
 * [SY46] A call that fails as a whole is halved until one change, or one group, is found; that a call
 * without it goes through is tried before it is withdrawn.
 */
export const seekPoison = async (
  parts: ExchangeParts,
  sent: Sent,
  memory: ExchangeMemory,
  kind: string,
): Promise<ExchangeResult> => {
  const { items } = sent.outgoing
  const [first] = items
  if (!first) return doubtEnvelope(parts, sent, kind)
  const { group } = first.change
  const isOne =
    items.length === 1 ||
    (group !== undefined && items.every((item) => item.change.group === group))
  if (!isOne) memory.most = Math.floor(items.length / 2)
  else if (!memory.isEnvelopeFine) memory.most = 0
  else {
    const isStandIn = items.every(({ withdrawn }) => withdrawn)
    const device = parts.newId() as DeviceId
    if (isStandIn) await setAside(parts.database, items, device, parts.nameId)
    else await withdraw(parts.database, items)
    memory.most = isStandIn ? LIMITS.changesPerCall : 1
  }
  return { ended: 'again' }
}
