import { questionsOf } from '../../domain/visit/asked'
import type { OwnerVisit } from '../../domain/visit/owner-visit'
import { useQuestionnaires } from '../../stores/questionnaire'
import { useAnswerWords } from '../../ui/form/answer-words'

/** [VI21] What was answered, by the version of the form it was asked with. */
export const useAskedWords = () => {
  const { held } = useQuestionnaires()
  const wordsOf = useAnswerWords()
  return ({ asked }: OwnerVisit) => {
    const form = (held.value ?? []).find(({ id }) => id === asked?.form)
    if (!form || !asked) return []
    return questionsOf(form, asked.answers).flatMap((item) => {
      const answer = asked.answers.find((each) => each.item === item.id)
      return answer
        ? [{ key: `asked/${item.id}`, label: item.title, value: wordsOf(item, answer) }]
        : []
    })
  }
}
