const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const byName = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]) =>
  one < other ? -1 : 1
const written = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    isPlain(part) ? Object.fromEntries(Object.entries(part).sort(byName)) : part,
  )
/** A database keeps the fields of an object in an order of its own. */
export const isSame = (one: unknown, other: unknown): boolean => written(one) === written(other)
