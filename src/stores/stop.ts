import { computed, ref, shallowRef } from 'vue'
import type { Answer } from '../domain/form/answer'
import { doubtsOf, questionsIn, type Doubt, type VisitFacts } from '../domain/visit-doubt'
import { useCheckpointDraft } from './checkpoint-draft'
import { useFinishStop } from './finish-stop'
import { useRound } from './round'
import { useSaving } from './saving'
import { useStopForm } from './stop-form'
import { useVisitFacts } from './visit-facts'

/** A stop of a round on its page: its draft, its form, and what makes it official. */
export const useStop = (round: string, checkpoint: string) => {
  const draft = useCheckpointDraft(round, checkpoint)
  const stopForm = useStopForm(round, checkpoint, draft)
  const { view, place, form, missing, rest } = stopForm
  const acts = useRound()
  const finishStop = useFinishStop()
  const { failure, isBusy, saving } = useSaving()
  const added = shallowRef<readonly Answer[]>([])

  const answerRest = () => {
    added.value = rest.value
    draft.answers.value = [...draft.answers.value, ...rest.value]
  }
  /** Takes back only what 「其余正常」 answered and nobody touched since. */
  const undoRest = () => {
    draft.answers.value = draft.answers.value.filter((answer) => !added.value.includes(answer))
    added.value = []
  }

  const gatherFacts = useVisitFacts()
  const questions = shallowRef<readonly Doubt[]>([])
  /** What was known when it was to be finished: time spent over a question is no look. */
  let facts: VisitFacts | null = null

  /**
   * Answers whether the stop is official now. What is missing is the page's to show; so are the
   * questions to the walker, asked once, whatever is answered.
   */
  const finish = async (isAnswered = false): Promise<boolean> => {
    const checkIn = draft.checkIn.value
    const [held, point, asked] = [view.value, place.value, form.value]
    if (!held || !point || !asked || !checkIn || missing.value.length > 0) return false
    const look = { view: held, checkpoint: point.id, checkIn, answers: draft.answers.value }
    const known: VisitFacts =
      isAnswered && facts
        ? facts
        : await gatherFacts({ ...look, asked: stopForm.items.value.length })
    facts = known
    questions.value = isAnswered ? [] : questionsIn(doubtsOf(checkIn.at, known, known.finishedAt))
    if (questions.value.length > 0) return false
    return saving(() =>
      finishStop({ view: held, checkpoint: point, form: asked, checkIn, draft, facts: known }),
    )
  }
  /** Back to the items: what is looked at now counts again. */
  const reconsider = () => {
    questions.value = []
    facts = null
  }

  const skip = async (reason: string): Promise<boolean> => {
    const [held, point] = [view.value, place.value]
    return held && point ? saving(() => acts.skip(held, point.id, reason)) : false
  }

  /** The next stop that is open: behind this one first, then from the beginning. */
  const next = computed(() => {
    const stops = view.value?.stops ?? []
    const at = stopForm.index.value
    const open = [...stops.slice(at + 1), ...stops.slice(0, Math.max(0, at))]
    return open.find(({ state }) => state === 'open')?.checkpoint ?? null
  })

  const isLookingAgain = ref(false)
  /** Looked at already and not being looked at again: what was found is shown. */
  const found = computed(() => {
    const visit = stopForm.progress.value?.visit ?? null
    return isLookingAgain.value || draft.checkIn.value ? null : visit
  })

  return {
    ...{
      draft,
      ...stopForm,
      found,
      isLookingAgain,
      next,
      finish,
      questions,
      reconsider,
      skip,
      answerRest,
      undoRest,
    },
    ...{ hasUndo: computed(() => added.value.length > 0), isBusy, failure },
  }
}
