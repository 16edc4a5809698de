import type { Place } from './place'

/** What a number in a place's name counts; `any` where the writer left that out. */
export type Counted = 'zone' | 'building' | 'entrance' | 'level' | 'door' | 'any'

/** A number as said in a name: 3栋, 负一层, B2, 501. */
export interface Numeral {
  readonly value: number
  readonly counts: readonly Counted[]
}

const DIGITS: Readonly<Record<string, number>> = {
  ...{ 零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 },
}
const digitOf = (sign: string): number => DIGITS[sign] ?? 0

/** 三 → 3, 十二 → 12, 二十一 → 21, 一百零三 → 103, 五〇一 → 501. */
const readHanNumber = (said: string): number => {
  if (!/[十百]/u.test(said)) return Number(Array.from(said, digitOf).join(''))
  let total = 0
  let digit = 0
  for (const sign of said)
    if (sign === '十' || sign === '百') {
      total += (digit || 1) * (sign === '十' ? 10 : 100)
      digit = 0
    } else digit = digitOf(sign)
  return total + digit
}

/** One way of writing for all: narrow letters, small ones, and figures for 一二三. */
export const plainName = (said: string): string =>
  said
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[零〇一二两三四五六七八九十百]+/gu, (number) => String(readHanNumber(number)))

const COUNTED: Readonly<Record<string, readonly Counted[]>> = {
  ...{ 期: ['zone'], 区: ['zone'], 栋: ['building'], 幢: ['building'], 座: ['building'] },
  ...{ 号楼: ['building'], '#': ['building'], 单元: ['entrance'], 门: ['entrance'] },
  ...{ 层: ['level'], f: ['level'], 楼: ['building', 'level'] },
  ...{ 室: ['door'], 户: ['door'], 房: ['door'], 号: ['any'] },
}

const NUMBER = String.raw`(负|地下|b)?(\d+)(号楼|单元|[期区栋幢座#门层楼室户房号]|f(?![a-z]))?`
const APART = String.raw`[\s\-—–/\\,，、.·#()]`
/** A number with what it counts, or words up to the next number or mark. */
const PIECE = new RegExp(`${NUMBER}|(?:(?!${APART}|(?:负|地下|b)?\\d).)+`, 'gu')

/** A name in its numbers and words, in the order they were said. */
export const piecesOf = (said: string): readonly (Numeral | string)[] =>
  Array.from(plainName(said).matchAll(PIECE), ([whole, below, digits, unit]) => {
    if (digits === undefined) return whole
    const value = Number(digits)
    if (below) return { value: -value, counts: ['level'] }
    return { value, counts: (unit === undefined ? undefined : COUNTED[unit]) ?? ['any'] }
  })

const COUNTED_BY_KIND = {
  ...{ zone: ['zone'], building: ['building'], entrance: ['entrance'] },
  ...{ unit: ['door'], area: null },
} as const satisfies Readonly<Record<Place['kind'], readonly Counted[] | null>>

/** The numbers a place brings to its path: what they count follows from what the place is. */
export const numeralsOf = (place: Place): readonly Numeral[] => {
  const own = COUNTED_BY_KIND[place.kind]
  const said = piecesOf(place.label).flatMap((piece) =>
    typeof piece === 'string' ? [] : [own ? { ...piece, counts: own } : piece],
  )
  const { level } = 'level' in place ? place : { level: null }
  const isSaid = said.some(({ value, counts }) => value === level && counts.includes('level'))
  return level === null || isSaid ? said : [{ value: level, counts: ['level'] }, ...said]
}
