import * as v from 'valibot'
import type { DeviceId, NameId, StaffId } from '../domain/id'
import type { Instant } from '../domain/instant'
import { syncAnswerSchema } from '../protocol/sync-answer'
import { LIMITS, SCHEMA } from '../protocol/version'
import { wireErrorSchema } from '../protocol/wire-error'
import { applyAnswer } from '../storage/apply-answer'
import { ensureDevice } from '../storage/meta'
import type { PhoneDatabase } from '../storage/phone-database'
import { becomeNewDevice, requeueAbove, withdraw } from '../storage/requeue'
import { buildRequest, type Outgoing } from './request'
import type { SyncWire, WireReply } from './wire'

export interface ExchangeParts {
  readonly database: PhoneDatabase
  readonly wire: SyncWire
  readonly staff: StaffId
  readonly app: string
  readonly now: () => Instant
  readonly newId: () => string
  readonly nameId: NameId
}

/** How one exchange ended. */
export type ExchangeResult =
  | { readonly ended: 'done'; readonly more: boolean; readonly rows: number }
  | { readonly ended: 'again' }
  | { readonly ended: 'offline' }
  | { readonly ended: 'signed-out' }
  | { readonly ended: 'other-person' }
  | { readonly ended: 'trouble'; readonly kind: string; readonly retryAfter: number | null }

/** What is remembered between exchanges of one run. */
export interface ExchangeMemory {
  /** Halved while the change that makes a call fail is looked for. */
  most: number
}

export const freshMemory = (): ExchangeMemory => ({ most: LIMITS.changesPerCall })

interface Sent {
  readonly outgoing: Outgoing
  readonly device: DeviceId
  readonly sentAt: Instant
}

const takeAnswer = async (
  parts: ExchangeParts,
  { outgoing, device, sentAt }: Sent,
  body: unknown,
): Promise<ExchangeResult> => {
  const answer = v.safeParse(syncAnswerSchema, body)
  if (!answer.success) return { ended: 'trouble', kind: 'malformed-answer', retryAfter: null }
  const now = parts.now()
  const isApplied = await applyAnswer(
    parts.database,
    {
      ...{ device, cursor: outgoing.request.cursor },
      changes: outgoing.items.map(({ change }) => change.id),
    },
    answer.output,
    {
      ...{ nameId: parts.nameId, now, schema: SCHEMA },
      // Half the way there is the best guess at when the server looked at its clock.
      clockOffset: Math.round(answer.output.serverTime - (sentAt + now) / 2),
    },
  )
  if (!isApplied) return { ended: 'again' }
  const waiting = await parts.database.outbox.where('state').equals('waiting').count()
  const more = answer.output.more || waiting > 0
  return { ended: 'done', more, rows: answer.output.rows.length }
}

/** [SY46] A call that fails as a whole is halved until one change alone is found, which is withdrawn. */
const seekPoison = async (
  parts: ExchangeParts,
  { outgoing }: Sent,
  memory: ExchangeMemory,
  kind: string,
): Promise<ExchangeResult> => {
  const [first] = outgoing.items
  if (!first) return { ended: 'trouble', kind, retryAfter: null }
  if (outgoing.items.length === 1) {
    if (first.withdrawn) return { ended: 'trouble', kind, retryAfter: null }
    await withdraw(parts.database, first.order)
    memory.most = LIMITS.changesPerCall
  } else memory.most = Math.max(1, Math.floor(outgoing.items.length / 2))
  return { ended: 'again' }
}

const takeFailure = async (
  parts: ExchangeParts,
  sent: Sent,
  memory: ExchangeMemory,
  reply: Extract<WireReply, { reached: true }>,
): Promise<ExchangeResult> => {
  const error = v.safeParse(wireErrorSchema, reply.body)
  const kind = error.success ? error.output.error.kind : 'unavailable'
  const newDevice = () => parts.newId() as DeviceId
  switch (kind) {
    case 'signed-out':
      return { ended: 'signed-out' }
    case 'other-person':
      return { ended: 'other-person' }
    case 'device-forked':
    case 'sequence-gap':
      await becomeNewDevice(parts.database, newDevice())
      return { ended: 'again' }
    case 'history-changed': {
      const common = error.success ? (error.output.error.common ?? 0) : 0
      await requeueAbove(parts.database, common, newDevice())
      return { ended: 'again' }
    }
    case 'malformed':
    case 'too-large':
      return seekPoison(parts, sent, memory, kind)
    default:
      return { ended: 'trouble', kind, retryAfter: reply.retryAfter }
  }
}

/** One call both ways, from what stands in the database now to what the answer made of it. */
export const exchange = async (
  parts: ExchangeParts,
  memory: ExchangeMemory,
  signal: AbortSignal,
): Promise<ExchangeResult> => {
  const { database, staff, app } = parts
  const device = await ensureDevice(database, () => parts.newId() as DeviceId)
  const outgoing = await buildRequest(database, { staff, device, app, most: memory.most })
  const sentAt = parts.now()
  const reply = await parts.wire.post(outgoing.request, signal)
  if (!reply.reached) return { ended: 'offline' }
  const sent = { outgoing, device, sentAt }
  if (reply.status === 200) return takeAnswer(parts, sent, reply.body)
  return takeFailure(parts, sent, memory, reply)
}
