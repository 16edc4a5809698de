/** What of the screen is kept, and how it comes back; plain data, never a proxy. */
export interface Kept<Value> {
  readonly read: () => Value
  readonly write: (value: Value) => void
}

const isLike = (value: unknown, was: unknown): boolean => {
  // A field that may be empty says nothing of what fills it.
  if (was === null || was === undefined) return true
  if (Array.isArray(was))
    return Array.isArray(value) && value.every((each) => each !== null && each !== undefined)
  return typeof value === typeof was
}

const isLikeAll = (now: object, before: object): boolean =>
  Object.entries(before).every(([field, was]) =>
    isLike((now as Readonly<Record<string, unknown>>)[field], was),
  )

/** [ST12] Puts a draft on the screen; false, with the screen as it was, where it is none of this form. */
export const showDraft = <Value>({ read, write }: Kept<Value>, draft: unknown): boolean => {
  const before = read()
  try {
    write(draft as Value)
    if (isLikeAll(read() as object, before as object)) return true
  } catch {
    // It was written by nobody who knew this form.
  }
  write(before)
  return false
}
