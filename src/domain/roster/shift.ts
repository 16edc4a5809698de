import * as v from 'valibot'
import type { Immutable } from '../immutable'
import { lineSchema } from '../text'

/** What a shift is called in the cells of a roster: short, and the same whatever its name becomes. */
export const shiftKeySchema = v.pipe(v.string(), v.regex(/^[a-z0-9]{1,8}$/), v.brand('ShiftKey'))
export type ShiftKey = v.InferOutput<typeof shiftKeySchema>

const minutes = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_439))

/** A shift (班次): from when until when, in minutes after midnight; until no later than from is the next day. */
export const shiftSchema = v.object({
  key: shiftKeySchema,
  name: lineSchema(12),
  from: minutes,
  until: minutes,
})
export type Shift = Immutable<v.InferOutput<typeof shiftSchema>>

export const SHIFT_LIMIT = 12

const DAY_MINUTES = 1_440
const usual = (key: string, name: string, from: number, until: number): Shift => ({
  ...{ key: key as ShiftKey, name, from: from * 60, until: until * 60 },
})

/** What a roster begins with: the office day, and three shifts round the clock. */
export const usualShifts = (names: readonly [string, string, string, string]): readonly Shift[] => [
  usual('day', names[0], 8.5, 17.5),
  usual('a', names[1], 7, 15),
  usual('b', names[2], 15, 23),
  usual('c', names[3], 23, 7),
]

export const passesMidnight = ({ from, until }: Shift): boolean => until <= from

/** How many minutes it lasts; one that ends when it began goes round the clock. */
export const lengthOf = (shift: Shift): number =>
  shift.until - shift.from + (passesMidnight(shift) ? DAY_MINUTES : 0)
