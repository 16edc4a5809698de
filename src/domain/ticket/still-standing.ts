import type { TicketEntry } from './entry'

/** [TK20] What of the thread still stands: a step taken back proves nothing and moves nothing. */
export const standing = (thread: readonly TicketEntry[]): readonly TicketEntry[] => {
  const undone = new Set(thread.flatMap((entry) => (entry.kind === 'undone' ? [entry.undone] : [])))
  return thread.filter(({ change }) => !undone.has(change))
}
