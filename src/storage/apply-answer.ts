import type { DeviceId, NameId } from '../domain/id'
import { DAY, type Instant } from '../domain/instant'
import { ERASED, type Outcome } from '../protocol/outcome'
import type { SyncAnswer } from '../protocol/sync-answer'
import { applyRows } from './apply-rows'
import { askAgain } from './ask-again'
import { erase } from './forget'
import { forgetLeftUnseen } from './left-unseen'
import { readMeta, writeMeta } from './meta'
import type { OutboxItem } from './outbox-item'
import type { PhoneDatabase } from './phone-database'
import { readKey } from './record-key'
import { endReadings, takeScopes } from './scope-reading'
import { showAgain } from './show-again'

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

/** In the order they go: what waits is found by its number. */
const headOfOutbox = (database: PhoneDatabase, count: number): Promise<readonly OutboxItem[]> =>
  database.outbox.where('state').equals('waiting').limit(count).toArray()

const isStillSo = async (database: PhoneDatabase, sent: SentCall): Promise<boolean> => {
  if ((await readMeta(database, 'device')) !== sent.device) return false
  if (((await readMeta(database, 'cursor')) ?? null) !== sent.cursor) return false
  const head = await headOfOutbox(database, sent.changes.length)
  return sent.changes.every((id, index) => head[index]?.change.id === id)
}

/** Of a stand-in alone; the server may have taken what it stands for before, and says that instead. */
const isStandIns = (outcome: Outcome): boolean =>
  outcome.outcome === 'accepted' && outcome.revision === 0

const stateFor = (item: OutboxItem, outcome: Outcome): OutboxItem['state'] => {
  if (outcome.outcome === 'refused' || (item.withdrawn && isStandIns(outcome))) return 'refused'
  return outcome.outcome === 'parked' ? 'parked' : 'settled'
}

const takeOutcomes = async (
  database: PhoneDatabase,
  outcomes: readonly Outcome[],
  now: Instant,
) => {
  const touched = new Set<string>()
  const erased = new Set<string>()
  const waiting = await headOfOutbox(database, outcomes.length)
  const byId = new Map(outcomes.map((outcome) => [outcome.id, outcome]))
  for (const item of waiting) {
    const outcome = byId.get(item.change.id)
    if (!outcome) continue
    const state = stateFor(item, outcome)
    const parked = state === 'parked' ? { parkedAt: now } : {}
    const withdrawn = item.withdrawn && state === 'refused'
    await database.outbox.update(item.order, { state, outcome, withdrawn, ...parked })
    touched.add(item.key)
    if (isOfErased(outcome)) erased.add(item.key)
  }
  return { touched, erased }
}

const isOfErased = (outcome: Outcome): boolean =>
  outcome.outcome === 'noted' && outcome.why === ERASED

/** [SY48] What was said of a record that is erased meanwhile is answered so, and goes from here too. */
const eraseNoted = async (database: PhoneDatabase, keys: Iterable<string>): Promise<void> => {
  for (const key of keys) {
    const named = readKey(key)
    if (named) await erase(database, named.kind, named.id)
  }
}

const offerAgain = async (database: PhoneDatabase, hashes: readonly string[]): Promise<void> => {
  await database.photos
    .where('sha256')
    .anyOf([...hashes])
    .and(({ state }) => state === 'confirmed')
    .modify({ state: 'waiting' })
}

/** [SY43] Its record may have come where its author does not see it. */
const PARKED_LONG = 1 * DAY

/** After it nothing of ours is left to read that was written before it. */
const isWhole = ({ more, update, scopes }: SyncAnswer): boolean =>
  !more && !update && scopes.incomplete.length === 0

/** [SY54] What is not read to its end; an app that gets no rows learns nothing of it. */
const noteWholeness = async (database: PhoneDatabase, answer: SyncAnswer, now: Instant) => {
  if (answer.update) return
  await writeMeta(database, 'incomplete', answer.scopes.incomplete)
  if (isWhole(answer) && (await readMeta(database, 'wholeSince')) === undefined)
    await writeMeta(database, 'wholeSince', now)
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
    const { touched, erased } = await takeOutcomes(database, answer.outcomes, rules.now)
    const reading = await takeScopes(database, sent.cursor, answer, rules.now)
    await applyRows(database, answer.rows, { ...rules, epochOf: reading.epochOf })
    await eraseNoted(database, erased)
    await showAgain(database, touched, { ...rules, reading })
    const longBefore = isWhole(answer) ? rules.now - PARKED_LONG : null
    await askAgain(database, reading, longBefore)
    if (!answer.update) await endReadings(database, reading, answer.scopes.incomplete, rules.now)
    if (isWhole(answer)) await forgetLeftUnseen(database, rules.now)
    await offerAgain(database, answer.missingPhotos)
    await writeMeta(database, 'cursor', answer.cursor)
    await noteWholeness(database, answer, rules.now)
    await writeMeta(database, 'backedUpTo', answer.backedUpTo)
    if (answer.keptDays !== undefined) await writeMeta(database, 'keptDays', answer.keptDays)
    await writeMeta(database, 'clockOffset', rules.clockOffset)
    await writeMeta(database, 'lastSuccessAt', rules.now)
    await writeMeta(database, 'mustUpdate', answer.update)
    await writeMeta(database, 'revoked', answer.revoked === true)
    return true
  })
