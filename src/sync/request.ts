import type { DeviceId, StaffId } from '../domain/id'
import type { Change, WithdrawnChange } from '../protocol/change'
import type { SyncRequest } from '../protocol/sync-request'
import { LIMITS, PROTOCOL, SCHEMA } from '../protocol/version'
import { readMeta } from '../storage/meta'
import type { OutboxItem } from '../storage/outbox-item'
import type { PhoneDatabase } from '../storage/phone-database'
import { uploadSummary } from '../storage/upload-summary'

export interface Outgoing {
  readonly request: SyncRequest
  readonly items: readonly OutboxItem[]
}

/** Room is left for the envelope around the changes. */
const MOST_BYTES = LIMITS.bodyBytes - 96 * 1024

const wireChange = ({ change, withdrawn }: OutboxItem): Change | WithdrawnChange =>
  withdrawn ? { id: change.id, seq: change.seq, withdrawn: true } : change

/** Consecutive items of one group travel together. */
const groupsOf = (items: readonly OutboxItem[]): readonly (readonly OutboxItem[])[] => {
  const groups: OutboxItem[][] = []
  for (const item of items) {
    const last = groups.at(-1)
    const group = item.change.group
    if (last && group !== undefined && last[0]?.change.group === group) last.push(item)
    else groups.push([item])
  }
  return groups
}

const bytesOf = (item: OutboxItem): number =>
  new TextEncoder().encode(JSON.stringify(wireChange(item))).length + 1

/** [SY42] The oldest changes that fit one call, groups whole; more than `most` only for one group. */
export const pickChanges = (items: readonly OutboxItem[], most: number): readonly OutboxItem[] => {
  if (most === 0) return []
  const picked: OutboxItem[] = []
  let bytes = 0
  for (const group of groupsOf(items)) {
    const size = group.reduce((sum, item) => sum + bytesOf(item), 0)
    const isFirst = picked.length === 0
    if (!isFirst && (picked.length + group.length > most || bytes + size > MOST_BYTES)) break
    picked.push(...group)
    bytes += size
  }
  return picked
}

export interface RequestRules {
  readonly staff: StaffId
  readonly device: DeviceId
  readonly app: string
  /** At most so many changes; fewer when one of them is being looked for. */
  readonly most: number
}

export const buildRequest = async (
  database: PhoneDatabase,
  { staff, device, app, most }: RequestRules,
): Promise<Outgoing> => {
  const waiting = database.outbox.where('state').equals('waiting')
  const head = await waiting.limit(most + LIMITS.changesPerGroup).toArray()
  const items = pickChanges(head, most)
  const { changes, photos, oldestAt } = await uploadSummary(database)
  return {
    items,
    request: {
      ...{ protocol: PROTOCOL, staff, device, app, schema: SCHEMA },
      cursor: (await readMeta(database, 'cursor')) ?? null,
      changes: items.map(wireChange),
      waiting: { changes, photos, oldestAt },
      want: 2_000,
    },
  }
}
