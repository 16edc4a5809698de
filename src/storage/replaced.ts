import type { Change } from '../protocol/change'
import type { OutboxItem } from './outbox-item'
import type { PhoneDatabase } from './phone-database'
import type { Hand } from './strict-write'

/** Of these places in the outbox, those that still are what the server refused. */
export const refusedAt = async (
  { outbox }: PhoneDatabase,
  hand: Hand,
  orders: readonly number[],
): Promise<readonly OutboxItem[]> => {
  const items = await Promise.all(orders.map((order) => hand.numbered(outbox, order)))
  return items.filter((item) => item?.state === 'refused').filter((item) => item !== undefined)
}

/** [EX6] Said anew, it is kept as what it was, with what stands in its place. */
export const markReplaced = (
  { outbox }: PhoneDatabase,
  hand: Hand,
  refused: readonly OutboxItem[],
  changes: readonly Change[],
): void => {
  const first = changes[0]
  for (const [index, item] of refused.entries()) {
    const by = changes[index] ?? first
    const replacedBy = by ? { replacedBy: by.id } : {}
    hand.putNumbered(outbox, item.order, { ...item, state: 'putAway', ...replacedBy })
  }
}
