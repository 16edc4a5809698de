import type { OutboxItem } from './outbox-item'
import type { PhoneDatabase } from './phone-database'

/** What an index still says of a row that no longer reads: its keys are kept apart from it. */
export const inIndex = async (
  { outbox }: PhoneDatabase,
  index: 'key' | 'change.group',
  order: unknown,
): Promise<string | null> => {
  let found: string | null = null
  await outbox.orderBy(index).eachKey((key, { primaryKey }) => {
    if (primaryKey === order && typeof key === 'string') found = key
  })
  return found
}

/**
 * [ST12] One of what stands or falls together is gone: the rest does not go up without it. Stand-ins go
 * in their place, so that what the server took before, its answer lost, is told from what it never had.
 */
export const holdBackTorn = async ({ outbox }: PhoneDatabase, group: string): Promise<void> => {
  const rest = (await outbox.where('change.group').equals(group).primaryKeys()).map(Number)
  for (const order of rest) {
    // One that does not read either has its own turn.
    const item: OutboxItem | undefined = await outbox.get(order).catch(() => undefined)
    if (item?.state !== 'waiting') continue
    await outbox.update(order, { withdrawn: true, isTorn: true })
  }
}
