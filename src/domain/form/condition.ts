import * as v from 'valibot'
import type { Immutable } from '../immutable'
import type { Answer } from './answer'

export const itemIdSchema = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,39}$/))
export type ItemId = v.InferOutput<typeof itemIdSchema>

const testSchema = v.object({
  item: itemIdSchema,
  is: v.picklist(['equal', 'different', 'above', 'below', 'answered']),
  value: v.optional(v.union([v.string(), v.number()])),
})

const tests = v.pipe(v.array(testSchema), v.minLength(1), v.maxLength(12))

/** When an item is asked, as data and never as text to evaluate. */
export const conditionSchema = v.union([v.object({ all: tests }), v.object({ any: tests })])
export type Condition = Immutable<v.InferOutput<typeof conditionSchema>>

type Test = Immutable<v.InferOutput<typeof testSchema>>

/** [FO3] Of several chosen, `equal` is having it among them, `different` having it not. */
const holdsOfSeveral = (test: Test, chosen: readonly string[]): boolean => {
  if (chosen.length === 0) return false
  const has = typeof test.value === 'string' && chosen.includes(test.value)
  return test.is === 'answered' || (test.is === 'equal' && has) || (test.is === 'different' && !has)
}

const holds = (test: Test, answerOf: (item: ItemId) => Answer | undefined): boolean => {
  const value = answerOf(test.item)?.value
  if (value === undefined || value === null) return false
  if (typeof value === 'object') return holdsOfSeveral(test, value)
  switch (test.is) {
    case 'answered':
      return true
    case 'equal':
      return value === test.value
    case 'different':
      return value !== test.value
    case 'above':
      return typeof value === 'number' && typeof test.value === 'number' && value > test.value
    case 'below':
      return typeof value === 'number' && typeof test.value === 'number' && value < test.value
  }
}

/** [FO3] A condition on an item that is not answered does not hold. */
export const conditionHolds = (
  condition: Condition,
  answerOf: (item: ItemId) => Answer | undefined,
): boolean =>
  'all' in condition
    ? condition.all.every((test) => holds(test, answerOf))
    : condition.any.some((test) => holds(test, answerOf))
