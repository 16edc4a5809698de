import type { Instant } from '../domain/instant'
import { KIND_NAMES } from '../domain/kind-table'
import type { SyncAnswer } from '../protocol/sync-answer'
import { forget } from './forget'
import type { Held } from './held'
import { readMeta, writeMeta } from './meta'
import { pendingItems } from './pending'
import type { PhoneDatabase } from './phone-database'
import { recordKey } from './record-key'

/** Which scopes are ours, and which reading of each is the current one. */
export interface ScopeReading {
  readonly epochOf: (scope: string) => number
  readonly isOurs: (scope: string) => boolean
  /** Whether a reading that has ended did not bring it. */
  readonly isUnread: (held: Held) => boolean
  /** Scopes whose current reading has not ended. */
  readonly restarting: ReadonlySet<string>
}

/** [SY9] A scope that is not ours leaves the phone; what was not sent yet still goes up. */
const dropScope = async (database: PhoneDatabase, scope: string, now: Instant): Promise<void> => {
  for (const kind of KIND_NAMES)
    for (const id of await database.held(kind).where('scope').equals(scope).primaryKeys())
      await forget(database, kind, id, now)
  await database.damaged.filter((item) => item.scope === scope).delete()
}

const scopesHeld = async (database: PhoneDatabase): Promise<Set<string>> => {
  const held = new Set<string>()
  for (const kind of KIND_NAMES)
    for (const scope of await database.held(kind).orderBy('scope').uniqueKeys())
      if (typeof scope === 'string') held.add(scope)
  return held
}

/** A reading from nothing names all that is ours; what it does not name was taken away unseen. */
const isFromNothing = (
  cursor: string | null,
  granted: readonly string[],
  epochs: Readonly<Record<string, number>>,
): boolean => cursor === null || granted.some((scope) => Object.hasOwn(epochs, scope))

/** Takes in what an answer says of scopes: those lost leave, those granted begin a reading. */
export const takeScopes = async (
  database: PhoneDatabase,
  cursor: string | null,
  answer: SyncAnswer,
  now: Instant,
): Promise<ScopeReading> => {
  const before = (await readMeta(database, 'scopeEpochs')) ?? {}
  const { granted, revoked } = answer.scopes
  const lost = new Set<string>(revoked)
  if (!answer.update && isFromNothing(cursor, granted, before))
    for (const scope of [...Object.keys(before), ...(await scopesHeld(database))])
      if (!granted.some((each) => each === scope)) lost.add(scope)
  for (const scope of lost) await dropScope(database, scope, now)
  const kept = Object.entries(before).filter(([scope]) => !lost.has(scope))
  const begun = granted.map((scope): [string, number] => [scope, (before[scope] ?? 0) + 1])
  const epochs = Object.fromEntries([...kept, ...begun])
  const restarting = new Set([...((await readMeta(database, 'restarting')) ?? []), ...granted])
  for (const scope of lost) restarting.delete(scope)
  await writeMeta(database, 'scopeEpochs', epochs)
  const epochOf = (scope: string) => epochs[scope] ?? 0
  return {
    epochOf,
    restarting,
    isOurs: (scope) => answer.update || Object.hasOwn(epochs, scope),
    isUnread: ({ scope, epoch, revision }) =>
      revision > 0 && epoch < epochOf(scope) && !restarting.has(scope),
  }
}

const dropUnread = async (
  database: PhoneDatabase,
  scope: string,
  epoch: number,
  now: Instant,
): Promise<void> => {
  // Before a first reading there was nothing it could have left out.
  if (epoch <= 1) return
  for (const kind of KIND_NAMES)
    for (const held of await database.held(kind).where('scope').equals(scope).toArray())
      if (held.epoch < epoch && held.revision > 0) {
        const pending = await pendingItems(database, recordKey(kind, held.id))
        if (pending.length === 0) await forget(database, kind, held.id, now)
      }
}

/** What a full reading of a scope did not bring is set aside, unless there is unsent work on it. */
export const endReadings = async (
  database: PhoneDatabase,
  { restarting, epochOf }: ScopeReading,
  incomplete: readonly string[],
  now: Instant,
): Promise<void> => {
  const ended = [...restarting].filter((scope) => !incomplete.includes(scope))
  for (const scope of ended) await dropUnread(database, scope, epochOf(scope), now)
  const open = [...restarting].filter((scope) => !ended.includes(scope))
  await writeMeta(database, 'restarting', open)
}
