import type { Form } from '../form/form'
import type { Item } from '../form/item'
import { conditionHolds } from '../form/condition'
import type { OwnerVisit } from './owner-visit'

export type AskedAnswer = NonNullable<OwnerVisit['asked']>['answers'][number]

/** What can be asked at a door and kept with a visit: no photos, voices, codes or names under it. */
const ASKED = ['verdict', 'number', 'choice', 'choices', 'date', 'text'] as const
export type AskedItem = Extract<Item, { kind: (typeof ASKED)[number] }>

const isAskable = (item: Item): item is AskedItem =>
  (ASKED as readonly Item['kind'][]).includes(item.kind)

/** [VI21] The questions of a form that stand, by the answers so far. */
export const questionsOf = (form: Form, answers: readonly AskedAnswer[]): readonly AskedItem[] => {
  const given = new Map(answers.map((answer) => [answer.item, answer]))
  const shown = new Set<string>()
  return form.items.filter((item): item is AskedItem => {
    const stands =
      isAskable(item) &&
      (!item.when || conditionHolds(item.when, (id) => (shown.has(id) ? given.get(id) : undefined)))
    if (stands) shown.add(item.id)
    return stands
  })
}

/** [VI21] Only answers to questions that stand, in the form's order. */
export const answersKept = (form: Form, answers: readonly AskedAnswer[]): readonly AskedAnswer[] =>
  questionsOf(form, answers).flatMap(({ id }) => answers.find(({ item }) => item === id) ?? [])

export interface AnswerCount {
  /** An option's id, a verdict, or what was said. */
  readonly value: string
  readonly count: number
}

/** [VI21] How often each answer to a question was given, in all versions of the form that ask it. */
export const countAnswers = (
  item: Pick<AskedItem, 'id'>,
  visits: readonly OwnerVisit[],
): readonly AnswerCount[] => {
  const counts = new Map<string, number>()
  for (const { voided, asked } of visits)
    for (const answer of voided ? [] : (asked?.answers ?? []))
      if (answer.item === item.id)
        for (const value of [answer.value].flat())
          counts.set(String(value), (counts.get(String(value)) ?? 0) + 1)
  return [...counts].map(([value, count]) => ({ value, count }))
}
