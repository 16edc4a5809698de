import * as v from 'valibot'

/** A line of text a person or company wrote: not empty, at most `limit` characters. */
export const lineSchema = (limit = 120) => v.pipe(v.string(), v.minLength(1), v.maxLength(limit))

/** The first line of what somebody wrote, cut to a length without breaking a character. */
export const firstLineOf = (words: string, limit: number): string => {
  const [line = ''] = words.trim().split('\n')
  let cut = ''
  for (const character of line.trim()) {
    if (cut.length + character.length > limit) break
    cut += character
  }
  return cut.trim()
}

/** Words a person may leave empty. */
export const wordsSchema = v.pipe(v.string(), v.maxLength(4_000))

/** Words that must say something. */
export const reasonSchema = v.pipe(wordsSchema, v.regex(/\S/u))
