import type { NameId } from '../domain/id'
import type { Instant } from '../domain/instant'
import { isKindName, type KindName } from '../domain/kind-table'
import { isGone, type GoneRow, type LiveRow, type Row } from '../protocol/row'
import { erase, forget, toJournal } from './forget'
import type { Held } from './held'
import { isInRevision, pendingItems } from './pending'
import type { PhoneDatabase } from './phone-database'
import { heldOf, putHeld, recordOf } from './put-held'
import { recordKey } from './record-key'

export interface RowRules {
  readonly nameId: NameId
  readonly now: Instant
  readonly epochOf: (scope: string) => number
}

/** A scope read anew is believed even where its numbers are smaller: the server was restored. */
const isOfThisReading = (held: Held, epoch: number): boolean => held.epoch >= epoch

const isOlderThan = (held: Held | undefined, row: LiveRow, epoch: number): boolean =>
  held !== undefined && isOfThisReading(held, epoch) && held.revision > row.revision

const applyLive = async (
  database: PhoneDatabase,
  kind: KindName,
  row: LiveRow,
  rules: RowRules,
): Promise<void> => {
  const epoch = rules.epochOf(row.scope)
  const held = await database.held(kind).get(row.id)
  if (isOlderThan(held, row, epoch)) return
  const pending = await pendingItems(database, recordKey(kind, row.id))
  const inside = pending.filter((item) => isInRevision(item, row.revision))
  await toJournal(database, inside, rules.now)
  const onTop = pending.filter((item) => !inside.includes(item))
  await putHeld(database, kind, row.id, { row, epoch }, onTop, rules.nameId)
}

/** [SY15] Removes a held row only of this scope and a smaller revision; unsent work stays. */
const applyGone = async (
  database: PhoneDatabase,
  kind: KindName,
  row: GoneRow,
  { now, epochOf }: RowRules,
): Promise<void> => {
  const held = await database.held(kind).get(row.id)
  if (held && held.scope !== row.scope) return
  const isNewer = held && isOfThisReading(held, epochOf(row.scope)) && held.revision >= row.revision
  if (isNewer) return
  if (row.gone === 'erased') await erase(database, kind, row.id)
  else await forget(database, kind, row.id, now)
}

interface PlainRow {
  readonly kind: KindName
  readonly row: LiveRow
}

/** Rows with nothing of ours on top are written together, a kind at a time. */
const applyPlain = async (
  database: PhoneDatabase,
  plain: readonly PlainRow[],
  rules: RowRules,
): Promise<void> => {
  for (const [kind, rows] of groupByKind(plain)) {
    const table = database.held(kind)
    const held = await table.bulkGet(rows.map(({ id }) => id))
    const fresh = rows.flatMap((row, index) => {
      const epoch = rules.epochOf(row.scope)
      if (isOlderThan(held[index], row, epoch)) return []
      return [heldOf(kind, row.id, recordOf(row), { row, epoch })]
    })
    await table.bulkPut(fresh)
  }
}

const groupByKind = (plain: readonly PlainRow[]): ReadonlyMap<KindName, LiveRow[]> => {
  const groups = new Map<KindName, LiveRow[]>()
  for (const { kind, row } of plain) {
    const group = groups.get(kind)
    if (group) group.push(row)
    else groups.set(kind, [row])
  }
  return groups
}

/** Of these rows' records, those with acts of ours on the way, or a row kept beneath them. */
const touchedKeys = async (
  { outbox, shadows }: PhoneDatabase,
  rows: readonly Row[],
): Promise<ReadonlySet<string>> => {
  const keys = rows.flatMap(({ kind, id }) => (isKindName(kind) ? recordKey(kind, id) : []))
  return new Set([
    ...((await outbox.where('key').anyOf(keys).uniqueKeys()) as string[]),
    ...(await shadows.where('key').anyOf(keys).primaryKeys()),
  ])
}

/** In the order they come: a record that moved is gone from one scope and then there in the other. */
export const applyRows = async (
  database: PhoneDatabase,
  rows: readonly Row[],
  rules: RowRules,
): Promise<void> => {
  if (rows.length === 0) return
  const touched = await touchedKeys(database, rows)
  let plain = new Map<string, PlainRow>()
  const flush = async () => {
    await applyPlain(database, [...plain.values()], rules)
    plain = new Map()
  }
  for (const row of rows) {
    const { kind } = row
    if (!isKindName(kind)) continue
    const key = recordKey(kind, row.id)
    if (isGone(row) || plain.has(key)) await flush()
    if (isGone(row)) await applyGone(database, kind, row, rules)
    else if (touched.has(key)) await applyLive(database, kind, row, rules)
    else plain.set(key, { kind, row })
  }
  await flush()
}
