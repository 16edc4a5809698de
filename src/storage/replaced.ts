import type { PhoneDatabase } from './phone-database'
import type { SaveExtras } from './save-acts'

/**
 * [EX6] What the server refused, by its places in the outbox, and what is saved says anew: it is kept as
 * what it was, with what stands in its place.
 */
export const replacing =
  ({ outbox }: PhoneDatabase, orders: readonly number[]): NonNullable<SaveExtras['also']> =>
  async (hand, [first]) => {
    for (const order of first ? orders : []) {
      const item = await hand.get(outbox, order)
      if (first && item?.state === 'refused')
        hand.put(outbox, order, { ...item, state: 'putAway', replacedBy: first.id })
    }
  }
