import * as v from 'valibot'

/** How wide and high a picture is made before it is compared: each of 64 cells has a right neighbour. */
export const LIKENESS_WIDTH = 9
export const LIKENESS_HEIGHT = 8

/** Pictures this near to one another look the same to people. */
const ALIKE = 5
/** A wall in the dark has hardly an edge: it is like every other and says nothing. */
const SPEAKING = 6

/** What a picture looks like, in 64 bits as 16 hex digits; survives another size and compression. */
export const likenessSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/))

/**
 * The difference hash of a picture made 9 × 8 and grey, row by row: each bit says whether a cell is
 * brighter than its right neighbour.
 */
export const likenessOf = (grey: readonly number[]): string => {
  let hex = ''
  let digit = 0
  for (let bit = 0; bit < 64; bit += 1) {
    const cell = Math.floor(bit / 8) * LIKENESS_WIDTH + (bit % 8)
    digit = digit * 2 + ((grey[cell] ?? 0) > (grey[cell + 1] ?? 0) ? 1 : 0)
    if (bit % 4 === 3) {
      hex += digit.toString(16)
      digit = 0
    }
  }
  return hex
}

const BITS: readonly number[] = [0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4]

/** In how many of 64 bits two pictures differ. */
export const likenessApart = (a: string, b: string): number => {
  let apart = 0
  for (let at = 0; at < 16; at += 1)
    apart += BITS[Number.parseInt(a[at] ?? '0', 16) ^ Number.parseInt(b[at] ?? '0', 16)] ?? 0
  return apart
}

const speaks = (likeness: string): boolean => {
  const edges = likenessApart(likeness, '0'.repeat(16))
  return edges >= SPEAKING && edges <= 64 - SPEAKING
}

/** [DO4] Whether two pictures look the same; never of one that shows nothing. */
export const isAlike = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && speaks(a) && speaks(b) && likenessApart(a, b) <= ALIKE
