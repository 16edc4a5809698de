const step = (held: unknown, name: string): unknown =>
  typeof held === 'object' && held !== null ? (held as Record<string, unknown>)[name] : undefined

/** What stands under a key (`page.group.word`) among words; nothing where nothing does. */
export const wordsUnder = (words: unknown, key: string): unknown =>
  key.split('.').reduce(step, words)
