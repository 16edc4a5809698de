import type { Instant } from '../domain/instant'
import type { AnyAct, AnyRecord, KindName } from '../domain/kind-table'
import { upcastAct } from '../protocol/upcast'
import type { RefusalReason } from '../protocol/unsent-work'
import type { ActToSave } from './save-acts'
import { isKept } from './discard'
import type { OutboxItem } from './outbox-item'
import type { PhoneDatabase } from './phone-database'
import { readKey } from './record-key'
import { whyRefused } from './unsent-work'

/** What the server refused: one act, or several that stand or fall together. */
export interface RefusedWork {
  /** Its places in the outbox. */
  readonly orders: readonly number[]
  readonly kind: KindName
  readonly id: string
  /** Null where the record never came to be. */
  readonly record: AnyRecord | null
  readonly at: Instant
  readonly clockOffset: number | null
  readonly why: RefusalReason
  /** None where one of them does not read: it is shown, and there is nothing to send again. */
  readonly acts: readonly ActToSave[]
  /** [ST12] What belongs with it no longer reads: sent again it would go without that. */
  readonly isTorn: boolean
}

export interface RefusedLists {
  readonly refused: readonly RefusedWork[]
  /** Put away by hand; what was said anew is not among them. */
  readonly putAway: readonly RefusedWork[]
  /** [EX9] Got rid of, and not gone yet. */
  readonly discarded: readonly RefusedWork[]
}

const togetherOf = (items: readonly OutboxItem[]): readonly (readonly OutboxItem[])[] => {
  const groups = new Map<string | number, OutboxItem[]>()
  for (const item of items) {
    const name = item.change.group ?? item.order
    groups.set(name, [...(groups.get(name) ?? []), item])
  }
  return [...groups.values()]
}

const actOf = ({ change, key }: OutboxItem): ActToSave[] => {
  const named = readKey(key)
  const act = upcastAct(change.kind, change.schema, change.act) as unknown as AnyAct
  return named ? [{ kind: named.kind, record: named.id, act }] : []
}

const reads = ({ act }: ActToSave): boolean =>
  typeof (act as Partial<AnyAct> | null | undefined)?.act === 'string'

const actsOf = (items: readonly OutboxItem[]): readonly ActToSave[] => {
  try {
    const acts = items.flatMap(actOf)
    return acts.every(reads) ? acts : []
  } catch {
    return []
  }
}

/** The sibling that failed says more than that one did. */
const reasonOf = (items: readonly OutboxItem[]): RefusalReason | undefined => {
  const reasons = items.map(whyRefused)
  return reasons.find((reason) => reason !== 'group') ?? reasons[0]
}

const workOf = async (
  database: PhoneDatabase,
  items: readonly OutboxItem[],
): Promise<RefusedWork[]> => {
  const [first] = items
  const named = first && readKey(first.key)
  const why = reasonOf(items)
  if (!first || !named || !why) return []
  const { at, clockOffset } = first.change
  const record = (await database.held(named.kind).get(named.id))?.record ?? null
  const isTorn = items.some((item) => item.isTorn === true)
  const orders = items.map(({ order }) => order)
  return [{ ...named, orders, record, at, clockOffset, why, acts: actsOf(items), isTorn }]
}

/** [EX5] The newest first. */
export const refusedWork = async (database: PhoneDatabase): Promise<RefusedLists> => {
  const listOf = async (state: OutboxItem['state'], isIn: (item: OutboxItem) => boolean) => {
    const items = await database.outbox.where('state').equals(state).sortBy('order')
    const open = items.filter(isIn)
    const works = await Promise.all(togetherOf(open).map((each) => workOf(database, each)))
    return works.flat().reverse()
  }
  return {
    refused: await listOf('refused', isKept),
    putAway: await listOf('putAway', isKept),
    discarded: await listOf('putAway', ({ discardedAt }) => discardedAt !== undefined),
  }
}

/** [EX5] Out of the way, or back again; nothing of it changes. */
export const putAway = (
  database: PhoneDatabase,
  orders: readonly number[],
  isAway: boolean,
): Promise<void> =>
  database.transaction('rw', database.outbox, async () => {
    for (const item of await database.outbox.bulkGet([...orders]))
      if (item?.state === (isAway ? 'refused' : 'putAway'))
        await database.outbox.update(item.order, { state: isAway ? 'putAway' : 'refused' })
  })
