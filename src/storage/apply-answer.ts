import type { DeviceId, NameId } from '../domain/id'
import type { Instant } from '../domain/instant'
import { isKindName } from '../domain/kind-table'
import type { Outcome } from '../protocol/outcome'
import type { SyncAnswer } from '../protocol/sync-answer'
import { applyRows, dropScope, dropUnread, toJournal } from './apply-rows'
import { readMeta, writeMeta } from './meta'
import type { OutboxItem } from './outbox-item'
import { isInRevision, pendingItems } from './pending'
import type { PhoneDatabase } from './phone-database'
import { putHeld } from './put-held'

/** What was sent, to be compared with what is still so when the answer comes. */
export interface SentCall {
  readonly device: DeviceId
  readonly cursor: string | null
  readonly changes: readonly string[]
}

export interface AnswerRules {
  readonly nameId: NameId
  readonly now: Instant
  /** Server minus device, measured around this call. */
  readonly clockOffset: number
  readonly schema: number
}

const headOfOutbox = async (database: PhoneDatabase, count: number) => {
  const waiting = await database.outbox.where('state').equals('waiting').sortBy('order')
  return waiting.slice(0, count)
}

const isStillSo = async (database: PhoneDatabase, sent: SentCall): Promise<boolean> => {
  if ((await readMeta(database, 'device')) !== sent.device) return false
  if (((await readMeta(database, 'cursor')) ?? null) !== sent.cursor) return false
  const head = await headOfOutbox(database, sent.changes.length)
  return sent.changes.every((id, index) => head[index]?.change.id === id)
}

const stateFor = (item: OutboxItem, outcome: Outcome): OutboxItem['state'] => {
  if (item.withdrawn || outcome.outcome === 'refused') return 'refused'
  return outcome.outcome === 'parked' ? 'parked' : 'settled'
}

const takeOutcomes = async (database: PhoneDatabase, outcomes: readonly Outcome[]) => {
  const touched = new Set<string>()
  const waiting = await headOfOutbox(database, outcomes.length)
  const byId = new Map(outcomes.map((outcome) => [outcome.id, outcome]))
  for (const item of waiting) {
    const outcome = byId.get(item.change.id)
    if (!outcome) continue
    await database.outbox.update(item.order, { state: stateFor(item, outcome), outcome })
    touched.add(item.key)
  }
  return touched
}

/** Shows each touched record again: refused acts are no longer on it, settled ones inside a row leave. */
const showAgain = async (database: PhoneDatabase, keys: Iterable<string>, rules: AnswerRules) => {
  for (const key of keys) {
    const [kind = '', id = ''] = key.split('/')
    if (!isKindName(kind)) continue
    const held = await database.held(kind).get(id)
    const shadow = await database.shadows.get(key)
    const pending = await pendingItems(database, key)
    if (!held && !shadow) {
      // Its scope is no longer ours: what was settled is only remembered.
      const settled = pending.filter(({ state }) => state === 'settled')
      await toJournal(database, settled, rules.now)
      continue
    }
    const row = shadow?.row ?? null
    const inside = pending.filter((item) => isInRevision(item, row?.revision ?? 0))
    await toJournal(database, inside, rules.now)
    const onTop = pending.filter((item) => !inside.includes(item))
    if (shadow)
      await putHeld(database, kind, id, { row, epoch: held?.epoch ?? 0 }, onTop, rules.nameId)
  }
}

/** [SY43] A parked act whose record has come is asked about again, under a new number and its old id. */
const askAgain = async (database: PhoneDatabase) => {
  const parked = await database.outbox.where('state').equals('parked').sortBy('order')
  for (const item of parked) {
    const shadow = await database.shadows.get(item.key)
    if (!shadow?.row) continue
    const seq = (await readMeta(database, 'nextSeq')) ?? 1
    const { order: _, ...rest } = item
    await database.outbox.delete(item.order)
    const change = { ...item.change, seq }
    await database.outbox.add({ ...rest, state: 'waiting', outcome: null, change })
    await writeMeta(database, 'nextSeq', seq + 1)
  }
}

const takeScopes = async (database: PhoneDatabase, answer: SyncAnswer, now: Instant) => {
  for (const scope of answer.scopes.revoked) await dropScope(database, scope, now)
  const epochs = { ...((await readMeta(database, 'scopeEpochs')) ?? {}) }
  const restarting = new Set((await readMeta(database, 'restarting')) ?? [])
  for (const scope of answer.scopes.granted) {
    epochs[scope] = (epochs[scope] ?? 0) + 1
    restarting.add(scope)
  }
  await writeMeta(database, 'scopeEpochs', epochs)
  return { epochs, restarting }
}

/**
 * [SY41] One transaction, and only if person, device, cursor and the carried changes are still what
 * was sent. Answers whether it was applied; saving meanwhile is no reason to throw an answer away.
 */
export const applyAnswer = (
  database: PhoneDatabase,
  sent: SentCall,
  answer: SyncAnswer,
  rules: AnswerRules,
): Promise<boolean> =>
  database.transaction('rw', database.tables, async () => {
    if (!(await isStillSo(database, sent))) return false
    const touched = await takeOutcomes(database, answer.outcomes)
    const { epochs, restarting } = await takeScopes(database, answer, rules.now)
    const epochOf = (scope: string) => epochs[scope] ?? 0
    await applyRows(database, answer.rows, { ...rules, epochOf })
    await showAgain(database, touched, rules)
    await askAgain(database)
    for (const scope of [...restarting])
      if (!answer.scopes.incomplete.includes(scope)) {
        await dropUnread(database, scope, epochOf(scope), rules.now)
        restarting.delete(scope)
      }
    for (const sha256 of answer.missingPhotos)
      await database.photos
        .where('sha256')
        .equals(sha256)
        .and(({ state }) => state === 'confirmed')
        .modify({ state: 'waiting' })
    await writeMeta(database, 'restarting', [...restarting])
    await writeMeta(database, 'cursor', answer.cursor)
    await writeMeta(database, 'incomplete', answer.scopes.incomplete)
    await writeMeta(database, 'backedUpTo', answer.backedUpTo)
    await writeMeta(database, 'clockOffset', rules.clockOffset)
    await writeMeta(database, 'lastSuccessAt', rules.now)
    await writeMeta(database, 'mustUpdate', answer.update)
    return true
  })
