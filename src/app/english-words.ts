/** The English words, a file for each page; they come once somebody asks for English. */
export const ENGLISH_WORDS = import.meta.glob<Record<string, unknown>>(
  ['./wording/en/*.json', '!**/design.json'],
  { import: 'default' },
)
