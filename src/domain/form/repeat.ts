import type { Answer } from './answer'
import { isAbnormal } from './fill'
import { isEmpty, isPossible } from './given'
import type { Item } from './item'

/** [FO13] 「同上次」 where the form's author allows it; never a reading, a verdict, a signature or a safety item. */
const isRepeatable = (item: Item): boolean => {
  switch (item.kind) {
    case 'text':
    case 'choice':
    case 'choices':
    case 'date':
      return item.repeatable === true && !item.safety
    case 'verdict':
    case 'number':
    case 'scan':
    case 'voice':
    case 'signature':
    case 'photo':
      return false
  }
}

/** What 「同上次」 would answer; null where it is not offered. What is wrong is looked at anew. */
export const repeatedAnswer = (
  item: Item,
  last: Answer | undefined,
): Pick<Answer, 'value' | 'sameAsLast'> | null => {
  if (!last || !isRepeatable(item) || isEmpty(last) || !isPossible(item, last)) return null
  return isAbnormal(item, last) ? null : { value: last.value, sameAsLast: true }
}
