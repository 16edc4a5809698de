import { computed, ref, shallowRef } from 'vue'
import type { CheckIn } from '../domain/checkpoint-visit'
import type { CommunityId } from '../domain/community'
import type { Answer } from '../domain/form/answer'
import type { ItemId } from '../domain/form/condition'
import { answersById } from '../domain/form/fill'
import type { FormVersionId } from '../domain/form/form'
import { useKeptDraft } from './kept-draft'
import { NOBODY_WAITS, type OwnerWaits } from './owner-waits'

export interface VisitDraft {
  readonly checkIn: CheckIn | null
  readonly answers: readonly Answer[]
  /** What the walker answered to a question about this look. */
  readonly said?: string
  /** [RD14] The version of the checklist it was begun with; a draft of an earlier app has none. */
  readonly form?: FormVersionId
  /** [RD15] Where it was begun, should the round no longer be this person's when it is handed in. */
  readonly begunAt?: BegunAt
  /** [TK25] Who waits to hear of what was found, by item; a draft of an earlier app has none. */
  readonly owners?: OwnersByItem
  /** [EX6] What the server refused and this says anew, by its places in the outbox. */
  readonly replaces?: readonly number[]
}

type OwnersByItem = Readonly<Record<ItemId, OwnerWaits>>

export interface BegunAt {
  readonly community: CommunityId
  readonly isNightCheck: boolean
}

/** Where a look that is not over is kept. */
export const visitDraftKey = (round: string, checkpoint: string) => `visit/${round}/${checkpoint}`

/** [RD8] A stop being looked at. */
export const useCheckpointDraft = (round: string, checkpoint: string) => {
  const checkIn = shallowRef<CheckIn | null>(null)
  const answers = shallowRef<readonly Answer[]>([])
  const said = ref('')
  const form = shallowRef<FormVersionId>()
  const begunAt = shallowRef<BegunAt>()
  const owners = shallowRef<OwnersByItem>({})
  const replaces = shallowRef<readonly number[]>([])
  const kept = useKeptDraft<VisitDraft>(visitDraftKey(round, checkpoint), {
    read: () => ({
      ...{ checkIn: checkIn.value, answers: answers.value, said: said.value },
      ...(form.value ? { form: form.value } : {}),
      ...(begunAt.value ? { begunAt: begunAt.value } : {}),
      ...{ owners: owners.value, replaces: replaces.value },
    }),
    write: (draft) => {
      checkIn.value = draft.checkIn
      answers.value = draft.answers
      said.value = draft.said ?? ''
      form.value = draft.form
      begunAt.value = draft.begunAt
      owners.value = draft.owners ?? {}
      replaces.value = draft.replaces ?? []
    },
  })
  const byItem = computed(() => answersById(answers.value))

  const change = (item: ItemId, over: Partial<Answer>) => {
    const held: Answer = byItem.value.get(item) ?? { item, value: null }
    const others = answers.value.filter((answer) => answer.item !== item)
    const { sameAsLast: _, ...before } = held
    // Touched since, it is no longer simply the last one's.
    answers.value = [...others, { ...('value' in over ? before : held), ...over }]
  }

  const ownerOf = (item: ItemId): OwnerWaits => owners.value[item] ?? NOBODY_WAITS
  const changeOwner = (item: ItemId, over: Partial<OwnerWaits>) => {
    owners.value = { ...owners.value, [item]: { ...ownerOf(item), ...over } }
  }

  return {
    ...{ ...kept, checkIn, answers, said, form, begunAt, replaces },
    ...{ byItem, change, ownerOf, changeOwner },
  }
}

export type CheckpointDraft = ReturnType<typeof useCheckpointDraft>
