import type { ChangeId } from '../../src/domain/id'

/** Of changes sent twice in one call, the first. */
export const uniqueById = <Item extends { readonly id: ChangeId }>(
  items: readonly Item[],
): readonly Item[] => {
  const seen = new Set<ChangeId>()
  return items.filter(({ id }) => !seen.has(id) && seen.add(id))
}
