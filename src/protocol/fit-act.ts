import { BLANK_PREVIEW } from '../domain/photo'
import { LIMITS } from './version'

/** Room for what stands around the act in its change: ids, numbers, names. */
const AROUND = 2_048

/** How long a text is on the wire, in UTF-8. */
const bytesOf = (text: string): number => {
  let bytes = 0
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4
  }
  return bytes
}

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value)

/** The same, with a blank for each preview that is not to be kept; asked in the order they stand in. */
const withoutPreviews = (value: unknown, keep: (preview: string) => boolean): unknown => {
  if (isList(value)) return value.map((each) => withoutPreviews(each, keep))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key,
      key === 'preview' && typeof each === 'string' && !keep(each)
        ? BLANK_PREVIEW
        : withoutPreviews(each, keep),
    ]),
  )
}

/**
 * [PH9] An act with its photos always fits a change. Forty previews do not: the first keep theirs as
 * long as there is room, the others get a blank; the photos themselves are none the less all named.
 */
export const fitAct = <Deed extends object>(act: Deed): Deed => {
  const room = LIMITS.changeBytes - AROUND
  if (bytesOf(JSON.stringify(act)) <= room) return act
  const bare = withoutPreviews(act, () => false)
  let left = room - bytesOf(JSON.stringify(bare))
  const keep = (preview: string) => {
    left -= Math.max(0, preview.length - BLANK_PREVIEW.length)
    return left >= 0
  }
  return withoutPreviews(act, keep) as Deed
}
