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
      // Asked before [alreadyReplaced]; this is the wall behind it.
      if (item?.replacedBy !== undefined) throw new Error('It was said anew already')
      if (first && (item?.state === 'refused' || item?.state === 'putAway'))
        hand.put(outbox, order, { ...item, state: 'putAway', replacedBy: first.id })
    }
  }

/** [EX6] Whether one of them was said anew already: once more would be twice. */
export const alreadyReplaced = async (
  { outbox }: PhoneDatabase,
  orders: readonly number[],
): Promise<boolean> =>
  (await outbox.bulkGet([...orders])).some((item) => item?.replacedBy !== undefined)

/** Where a snap that is not saved is kept. */
export const SNAP_DRAFT = 'snap'

const replacesOf = (value: unknown): readonly unknown[] => {
  const { replaces } = (value ?? {}) as { readonly replaces?: unknown }
  return Array.isArray(replaces) ? replaces : []
}

/** [EX6] Whether a form that was begun says one of them anew. */
export const isBeingReplaced = async (
  { drafts }: PhoneDatabase,
  orders: readonly number[],
): Promise<boolean> =>
  (await drafts.where('key').startsWithAnyOf(['ticket/', 'visit/', SNAP_DRAFT]).toArray()).some(
    ({ value }) => replacesOf(value).some((order) => orders.some((each) => each === order)),
  )
