/** 1,000 may be a thousand or one: nobody guesses at a reading. */
const THOUSANDS = /^[+-]?[1-9]\d{0,2}(,\d{3})+$/

/**
 * What a person means by the digits they typed: a Chinese keyboard's 。and ， and full-width digits
 * count as a point and digits. Null where it is no number.
 */
export const readDecimal = (typed: string): number | null => {
  const plain = typed
    .normalize('NFKC')
    .trim()
    .replace(/^[−–—]/, '-')
  if (THOUSANDS.test(plain)) return null
  const pointed = plain.replace(/[。,、]/g, '.')
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(pointed) ? Number(pointed) : null
}
