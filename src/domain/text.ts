import * as v from 'valibot'

/** A line of text a person or company wrote: not empty, at most `limit` characters. */
export const lineSchema = (limit = 120) => v.pipe(v.string(), v.minLength(1), v.maxLength(limit))

/** Words a person may leave empty. */
export const wordsSchema = v.pipe(v.string(), v.maxLength(4_000))
