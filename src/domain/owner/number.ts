import type { OwnerFile } from './owner-file'

const digitsOf = (number: string): string => number.normalize('NFKC').replace(/\D/g, '')

/** By which an act names a number without holding it. */
export const tailOf = (number: string): string => digitsOf(number).slice(-4)

const LEAST = 7
const MOST = 20
/** Whether it can be rung at all: figures, with what people write between them. */
export const isNumber = (number: string): boolean => {
  const { length } = digitsOf(number)
  return length >= LEAST && length <= MOST && /^[\d\s+\-()*#,]+$/.test(number.normalize('NFKC'))
}

/** Several in one line, as people write them. */
export const partsOf = (text: string): readonly string[] =>
  text
    .split(/[,,、;;\n]+/u)
    .map((each) => each.trim())
    .filter(Boolean)

/** [OF7] Until when this person sees that number whole; 0 where they do not. */
export const seenUntil = ({ reveals }: OwnerFile, number: string, staff: string): number =>
  Math.max(
    0,
    ...reveals.flatMap(({ by, tail, until }) =>
      by === staff && tail === tailOf(number) ? [until] : [],
    ),
  )
