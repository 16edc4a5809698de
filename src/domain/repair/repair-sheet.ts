import * as v from 'valibot'
import { calendarDaySchema } from '../calendar-day'
import type { Immutable } from '../immutable'
import { instantSchema } from '../instant'
import { photosSchema } from '../photo'
import { placeIdSchema } from '../place'
import { lineSchema, reasonSchema, wordsSchema } from '../text'
import { fenSchema, type Fen } from './money'

/** How much of one part, in hundredths: `1.5` m of pipe is 150. */
export const PART_LIMITS = { parts: 40, hundredths: 99_900 } as const
export const HUNDRED = 100

export const partSchema = v.object({
  name: lineSchema(60),
  unit: v.pipe(v.string(), v.maxLength(8)),
  hundredths: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(PART_LIMITS.hundredths)),
  /** Of one unit. */
  price: fenSchema,
})

/** A part put in (配件). */
export type Part = Immutable<v.InferOutput<typeof partSchema>>

/** 公共部位免费 · 保修期内免费 · 户内自用收费 · 帮一把免费 */
export const CHARGES = ['common', 'warranty', 'own', 'courtesy'] as const

/** 防水 · 管线和装修 · 供热供冷 */
export const WARRANTIES = ['water', 'pipes', 'heating'] as const
export type WarrantyOf = (typeof WARRANTIES)[number]

export const MOST_MINUTES = 1_440

/** What was found and done on one visit: everything the owner puts a name to. */
export const repairSheetSchema = v.object({
  home: v.nullable(placeIdSchema),
  place: v.nullable(placeIdSchema),
  arrivedAt: instantSchema,
  endedAt: instantSchema,
  minutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_MINUTES)),
  found: reasonSchema,
  done: reasonSchema,
  parts: v.pipe(v.array(partSchema), v.maxLength(PART_LIMITS.parts)),
  labour: fenSchema,
  charge: v.picklist(CHARGES),
  /** What the builder answers for, from when until when; null where nobody asked. */
  warranty: v.nullable(
    v.object({
      of: v.picklist(WARRANTIES),
      handedOver: calendarDaySchema,
      until: calendarDaySchema,
    }),
  ),
  /** Why we help for nothing. */
  courtesy: wordsSchema,
  /** What the owner said yes to, and when that was written down. */
  agreed: v.nullable(v.object({ fen: fenSchema, at: instantSchema })),
  before: photosSchema,
  after: photosSchema,
  /** 重要、疑难 */
  isDifficult: v.boolean(),
  /** Why nobody from customer service was there. */
  unattended: wordsSchema,
  /** Why nobody signed. */
  unsigned: wordsSchema,
})

export type RepairSheet = Immutable<v.InferOutput<typeof repairSheetSchema>>

/** [RN3] One line of the bill, rounded to the fen. */
export const partTotal = ({ hundredths, price }: Pick<Part, 'hundredths' | 'price'>): Fen =>
  Math.round((hundredths * price) / HUNDRED)

/** [RN3] What the work costs, whoever pays it. */
export const costOf = ({ parts, labour }: Pick<RepairSheet, 'parts' | 'labour'>): Fen =>
  parts.reduce((sum, part) => sum + partTotal(part), labour)

/** [RN4] What the owner pays. */
export const owedOf = (sheet: Pick<RepairSheet, 'parts' | 'labour' | 'charge'>): Fen =>
  sheet.charge === 'own' ? costOf(sheet) : 0
