import { keyOf } from '../store'
import type { PhotoName, PhotoVoucher } from '../stored'

const nameOf = (name: PhotoName): string => `${name.sha256} ${keyOf(name)}`

/** Each name once; the first to name it stays. */
export const namedToo = (
  held: readonly PhotoName[],
  further: readonly PhotoName[],
): readonly PhotoName[] => [
  ...new Map([...further, ...held].map((name) => [nameOf(name), name])).values(),
]

const voucherOf = ({ sha256, staff, kind, id }: PhotoVoucher): string =>
  `${sha256} ${keyOf({ kind, id })} ${staff}`

/** [WI10] Nobody's word for a photo takes another's place. */
export const vouchedToo = (
  held: readonly PhotoVoucher[],
  further: readonly PhotoVoucher[],
): readonly PhotoVoucher[] => [
  ...new Map([...held, ...further].map((each) => [voucherOf(each), each])).values(),
]
