import * as v from 'valibot'
import type { DeviceId } from '../domain/id'
import { syncAnswerSchema } from '../protocol/sync-answer'
import { SCHEMA } from '../protocol/version'
import { wireErrorSchema } from '../protocol/wire-error'
import { applyAnswer } from '../storage/apply-answer'
import { ensureDevice } from '../storage/meta'
import { becomeNewDevice, requeueAbove } from '../storage/requeue'
import type { ExchangeParts, ExchangeResult, Sent } from './exchange-parts'
import { noteSuccess, seekPoison, type ExchangeMemory } from './poison'
import { askAhead, postOrTake } from './read-ahead'
import { buildRequest } from './request'
import type { WireReply } from './wire'

const takeAnswer = async (
  parts: ExchangeParts,
  { outgoing, device, sentAt, answeredAt }: Sent,
  memory: ExchangeMemory,
  body: unknown,
  signal: AbortSignal,
): Promise<ExchangeResult> => {
  const answer = v.safeParse(syncAnswerSchema, body)
  if (!answer.success) return { ended: 'trouble', kind: 'malformed-answer', retryAfter: null }
  const { more: isMore, update, cursor } = answer.output
  if (isMore && !update && cursor !== null && outgoing.items.length === 0)
    memory.ahead = askAhead(parts, outgoing.request, cursor, signal)
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
      clockOffset: Math.round(answer.output.serverTime - (sentAt + answeredAt) / 2),
    },
  )
  if (!isApplied) return { ended: 'again' }
  noteSuccess(memory)
  const waiting = await parts.database.outbox.where('state').equals('waiting').count()
  const more = answer.output.more || waiting > 0
  return { ended: 'done', more, rows: answer.output.rows.length }
}

/** What a gateway before the server means, that does not speak as the server does. */
const KIND_OF_STATUS: Readonly<Record<number, string>> = { 413: 'too-large' }

const takeFailure = async (
  parts: ExchangeParts,
  sent: Sent,
  memory: ExchangeMemory,
  reply: Extract<WireReply, { reached: true }>,
): Promise<ExchangeResult> => {
  const error = v.safeParse(wireErrorSchema, reply.body)
  const kind = error.success ? error.output.error.kind : KIND_OF_STATUS[reply.status]
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
      return { ended: 'trouble', kind: kind ?? 'unavailable', retryAfter: reply.retryAfter }
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
  const { ahead } = memory
  memory.ahead = null
  const { reply, ...times } = await postOrTake(parts, ahead, outgoing.request, signal)
  if (!reply.reached) return { ended: 'offline' }
  const sent = { outgoing, device, ...times }
  if (reply.status === 200) return takeAnswer(parts, sent, memory, reply.body, signal)
  return takeFailure(parts, sent, memory, reply)
}
