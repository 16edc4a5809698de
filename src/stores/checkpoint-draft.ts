import { computed, shallowRef } from 'vue'
import type { CheckIn } from '../domain/checkpoint-visit'
import type { Answer } from '../domain/form/answer'
import type { ItemId } from '../domain/form/condition'
import { answersById } from '../domain/form/fill'
import { useKeptDraft } from './kept-draft'

interface DraftValue {
  readonly checkIn: CheckIn | null
  readonly answers: readonly Answer[]
}

/** [RD8] A stop being looked at. */
export const useCheckpointDraft = (round: string, checkpoint: string) => {
  const checkIn = shallowRef<CheckIn | null>(null)
  const answers = shallowRef<readonly Answer[]>([])
  const kept = useKeptDraft<DraftValue>(`visit/${round}/${checkpoint}`, {
    read: () => ({ checkIn: checkIn.value, answers: answers.value }),
    write: (draft) => {
      checkIn.value = draft.checkIn
      answers.value = draft.answers
    },
  })
  const byItem = computed(() => answersById(answers.value))

  const change = (item: ItemId, over: Partial<Answer>) => {
    const held = byItem.value.get(item) ?? { item, value: null }
    const others = answers.value.filter((answer) => answer.item !== item)
    answers.value = [...others, { ...held, ...over }]
  }

  return { ...kept, checkIn, answers, byItem, change }
}

export type CheckpointDraft = ReturnType<typeof useCheckpointDraft>
