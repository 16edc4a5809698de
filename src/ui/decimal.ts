/**
 * What a person means by the digits they typed: a Chinese keyboard's 。and ， and full-width digits
 * count, a thousands mark does not. Null where it is no number.
 */
export const readDecimal = (typed: string): number | null => {
  const plain = typed
    .normalize('NFKC')
    .trim()
    .replace(/[。,、]/g, '.')
    .replace(/^[−–—]/, '-')
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain)) return null
  return Number(plain)
}
