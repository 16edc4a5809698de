/** As JSON writes them: NUL, and half of a surrogate pair, after an even number of backslashes. */
const UNSTORABLE = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f][0-9a-f]{2})/

/**
 * Whether text that `JSON.stringify` wrote can be kept: PostgreSQL takes neither NUL nor half letters.
 * Only of its output is this true: a whole pair is never escaped there.
 */
export const isStorable = (json: string): boolean => !UNSTORABLE.test(json)
