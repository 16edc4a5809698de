/** How much of a long text is found by search. */
const READ = 300

export const normalWords = (text: string): readonly string[] =>
  text.normalize('NFKC').toLowerCase().split(/\s+/u).filter(Boolean)

/**
 * What a text is found by: each letter with the one after it. Chinese is written without spaces, so two
 * letters are the shortest thing worth looking up; a word's last letter stands alone.
 */
export const termsOf = (text: string): readonly string[] => {
  const terms = new Set<string>()
  for (const word of normalWords(text.slice(0, READ))) {
    const letters = Array.from(word)
    for (const [at, letter] of letters.entries()) terms.add(letter + (letters[at + 1] ?? ''))
  }
  return [...terms]
}

/** The terms a searched word must have all of; one letter alone is only the beginning of a term. */
export const neededTerms = (word: string): readonly string[] => {
  const letters = Array.from(word)
  if (letters.length < 2) return letters
  return letters.slice(0, -1).map((letter, at) => letter + (letters[at + 1] ?? ''))
}
