import * as v from 'valibot'
import { calendarDaySchema } from '../calendar-day'
import type { Immutable } from '../immutable'
import { lineSchema, reasonSchema } from '../text'

const text = (limit: number) => v.pipe(v.string(), v.maxLength(limit))
const day = v.nullable(calendarDaySchema)
const list = <Item extends v.GenericSchema>(item: Item, most: number) =>
  v.pipe(v.array(item), v.maxLength(most))

const number = v.pipe(text(30), v.regex(/(\d\D*){4}/))
/** The last figures of a number, by which an act names it without holding it. */
export const tailSchema = v.pipe(v.string(), v.regex(/^\d{4}$/))

export const CARE_NEEDS = ['water', 'power', 'lift'] as const
export type CareNeed = (typeof CARE_NEEDS)[number]

/** [OF8] Special care (特别关照): what is needed when something stops, agreed by them, for a time. */
const careSchema = v.object({
  when: v.pipe(v.array(v.picklist(CARE_NEEDS)), v.minLength(1)),
  need: v.pipe(reasonSchema, v.maxLength(500)),
  ...{ callName: text(60), callPhone: v.union([v.literal(''), number]) },
  ...{ agreedOn: calendarDaySchema, expiresOn: calendarDaySchema },
})
export type Care = Immutable<v.InferOutput<typeof careSchema>>

export const CONSENTS = ['written', 'spoken', 'notYet'] as const

/** What is known of a person, each amended by itself. */
export const detailFields = {
  name: lineSchema(60),
  /** How to address them (称呼). */
  address: text(30),
  /** How many live with them; null where nobody said. */
  household: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(50))),
  ...{ occupation: text(60), phones: list(number, 5), plates: list(lineSchema(15), 10) },
  ...{ pets: text(100), language: text(60), hours: text(120) },
  care: v.nullable(careSchema),
  /** [OF10] What it is kept for, and how they agreed. */
  ...{ purpose: text(200), consent: v.picklist(CONSENTS), consentOn: day },
}
export const DETAILS = Object.keys(detailFields) as readonly (keyof typeof detailFields)[]
export type Details = Immutable<{
  [Name in keyof typeof detailFields]: v.InferOutput<(typeof detailFields)[Name]>
}>

export const RELATIONS = ['owner', 'occupant', 'lessee'] as const
export type Relation = (typeof RELATIONS)[number]

/** What ties a person to a home: an owner's share in hundredths, a lease's agreed end. */
export const tieFields = {
  relation: v.picklist(RELATIONS),
  share: v.nullable(v.pipe(v.number(), v.gtValue(0), v.maxValue(100))),
  ...{ since: day, until: day },
}
export const termsSchema = v.object(tieFields)
export type Terms = Immutable<v.InferOutput<typeof termsSchema>>
