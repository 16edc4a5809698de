import { signatureFault } from '../signature'
import type { Answer, Verdict } from './answer'
import { conditionHolds, type ItemId } from './condition'
import type { Form } from './form'
import { hasPhoto, hasSignature, hasSound, hasWords, isEmpty, isGiven, isPossible } from './given'
import type { Item } from './item'

/** Why a form cannot be finished yet; one per item, in the form's order. */
export interface Missing {
  readonly item: ItemId
  readonly why:
    | 'answer'
    | 'photo'
    | 'voice'
    | 'signature'
    | 'signer'
    | 'words'
    | 'remedy'
    | 'after-photo'
    | 'not-an-option'
    | 'too-few'
    | 'too-many'
}

export type Answers = ReadonlyMap<ItemId, Answer>

export const answersById = (answers: readonly Answer[]): Answers =>
  new Map(answers.map((answer) => [answer.item, answer]))

/** [FO4] The items asked, given the answers so far; a hidden item hides what hangs on it. */
export const askedItems = (form: Form, answers: Answers): readonly Item[] => {
  const asked = new Set<ItemId>()
  return form.items.filter((item) => {
    const shown =
      !item.when || conditionHolds(item.when, (id) => (asked.has(id) ? answers.get(id) : undefined))
    if (shown) asked.add(item.id)
    return shown
  })
}

/** [FO5] Abnormal: a verdict that says so, a number outside its limits, an option marked so. */
export const isAbnormal = (item: Item, answer: Answer | undefined): boolean => {
  if (!answer) return false
  const { value } = answer
  switch (item.kind) {
    case 'verdict':
      return value === 'abnormal'
    case 'number':
      return (
        typeof value === 'number' &&
        ((item.least !== null && value < item.least) || (item.most !== null && value > item.most))
      )
    case 'choice':
      return item.options.some((option) => option.id === value && option.abnormal)
    case 'choices':
      return (
        typeof value === 'object' &&
        item.options.some(({ id, abnormal }) => abnormal && value?.includes(id))
      )
    case 'date':
      return item.expires === true && typeof value === 'string' && value < (answer.givenOn ?? '')
    case 'text':
    case 'scan':
    case 'voice':
    case 'signature':
    case 'photo':
      return false
  }
}

/** [FO11] Several are chosen within the numbers the form asks for. */
const miscountOf = (item: Item, answer: Answer | undefined): Missing['why'] | null => {
  const value = answer?.value
  if (item.kind !== 'choices' || typeof value !== 'object' || !value) return null
  if (item.least !== null && value.length < item.least) return 'too-few'
  return item.most !== null && value.length > item.most ? 'too-many' : null
}

/** [SG1] Half a signature is asked for its other half, required or not. */
const unsignedOf = (item: Item, answer: Answer | undefined): Missing['why'] | null =>
  item.required || hasSignature(answer) ? signatureFault(answer?.signature) : null

const missingOf = (item: Item, answer: Answer | undefined): Missing['why'] | null => {
  if (item.kind === 'photo') return item.required && !hasPhoto(answer) ? 'photo' : null
  if (item.kind === 'voice') return item.required && !hasSound(answer) ? 'voice' : null
  if (item.kind === 'signature') return unsignedOf(item, answer)
  if (isEmpty(answer)) return item.required ? 'answer' : null
  if (answer && !isPossible(item, answer)) return 'not-an-option'
  const count = miscountOf(item, answer)
  if (count) return count
  if (!isAbnormal(item, answer)) return null
  const wants = item.kind === 'verdict' ? item.onAbnormal : { photo: false, words: true }
  if (wants.photo && !hasPhoto(answer)) return 'photo'
  if (wants.words && !hasWords(answer)) return 'words'
  if (!answer?.remedy) return 'remedy'
  if (answer.remedy.kind === 'fixed' && answer.remedy.after.length === 0) return 'after-photo'
  return null
}

/** [FO6] What still stands between these answers and a finished form. */
export const missingAnswers = (form: Form, answers: Answers): readonly Missing[] =>
  askedItems(form, answers).flatMap((item) => {
    const why = missingOf(item, answers.get(item.id))
    return why ? [{ item: item.id, why }] : []
  })

/**
 * [FO7] 「其余正常」: answers for what is left, in one tap. Never a reading, a choice or text, never a
 * safety item, never what failed the last time it was looked at.
 */
export const restNormal = (
  form: Form,
  answers: Answers,
  failedLastTime: ReadonlySet<ItemId>,
): readonly Answer[] =>
  askedItems(form, answers)
    .filter(
      (item) =>
        item.kind === 'verdict' &&
        !item.safety &&
        !failedLastTime.has(item.id) &&
        isEmpty(answers.get(item.id)),
    )
    .map((item) => ({ item: item.id, value: 'normal' satisfies Verdict }))

/** Without the spaces somebody typed around the name. */
const withSignature = (bare: Answer, { signature }: Answer): Answer =>
  signature ? { ...bare, signature: { ...signature, name: signature.name.trim() } } : bare

/** [FO9] Words, photos and remedy belong to what is abnormal; a photo item's photos are its answer. */
const asHandedIn = (item: Item, answer: Answer): Answer => {
  if (isAbnormal(item, answer)) return answer
  const { value, givenOn, sameAsLast } = answer
  const bare: Answer = { item: item.id, value, ...(sameAsLast ? { sameAsLast } : {}) }
  if (item.kind === 'photo') return { ...bare, photos: answer.photos ?? [] }
  if (item.kind === 'voice') return { ...bare, sounds: answer.sounds ?? [] }
  if (item.kind === 'signature') return withSignature(bare, answer)
  return item.kind === 'date' && givenOn ? { ...bare, givenOn } : bare
}

/** [FO8] Only the answers to items still asked, in the form's order: what is handed in. */
export const answersToHandIn = (form: Form, answers: Answers): readonly Answer[] =>
  askedItems(form, answers).flatMap((item) => {
    const answer = answers.get(item.id)
    if (!answer) return []
    const handed = asHandedIn(item, answer)
    return isGiven(handed) ? [handed] : []
  })

/** The items that were abnormal in a handed-in form. */
export const abnormalItems = (form: Form, answers: Answers): readonly Item[] =>
  askedItems(form, answers).filter((item) => isAbnormal(item, answers.get(item.id)))
