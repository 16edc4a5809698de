import { computed } from 'vue'
import { attachmentsOf, type CheckpointVisitId } from '../domain/checkpoint-visit'
import type { CheckpointId } from '../domain/checkpoint'
import type { Answer } from '../domain/form/answer'
import { abnormalItems, answersById, answersToHandIn } from '../domain/form/fill'
import type { RoundId } from '../domain/round-id'
import { act } from './act'
import type { CheckpointDraft } from './checkpoint-draft'
import { usePatrol } from './patrol'
import { usePhone } from './phone'
import { useSaving } from './saving'

/** Nobody here makes tickets for a place that is no longer theirs: whoever walks next looks again. */
const forTheNext = ({ remedy, ...answer }: Answer): Answer =>
  remedy?.kind === 'ticket'
    ? { ...answer, remedy: { kind: 'lookAgain' } }
    : { ...answer, ...(remedy ? { remedy } : {}) }

/**
 * [RD15] A look begun in a round that left this phone (one was moved, or lost a duty). What was seen
 * is handed in as far as it came; the server takes it and marks it.
 */
export const useLeftStop = (round: string, checkpoint: string, draft: CheckpointDraft) => {
  const phone = usePhone()
  const patrol = usePatrol()
  const { failure, isBusy, saving } = useSaving()
  const form = computed(() => patrol.forms.find(({ id }) => id === draft.form.value))
  const isLeft = computed(() => !!draft.checkIn.value && !!draft.begunAt.value && !!form.value)

  const handIn = (): Promise<boolean> =>
    saving(() => {
      const [checkIn, begunAt, asked] = [draft.checkIn.value, draft.begunAt.value, form.value]
      if (!checkIn || !begunAt || !asked) throw new Error('Nothing was begun here')
      const answers = answersToHandIn(asked, draft.byItem.value).map(forTheNext)
      const said = draft.said.value.trim()
      const visit = phone.newId() as CheckpointVisitId
      const told = {
        ...{
          community: begunAt.community,
          round: round as RoundId,
          form: asked.id,
          checkIn,
          answers,
        },
        checkpoint: checkpoint as CheckpointId,
        abnormal: abnormalItems(asked, answersById(answers)).length,
        ...(said ? { said } : {}),
        ...(begunAt.isNightCheck ? { isNightCheck: true as const } : {}),
      }
      const record = {
        kind: 'CheckpointVisit' as const,
        record: visit,
        act: { act: 'record' as const, ...told },
      }
      return draft.handIn((dropDrafts) =>
        act(phone, [record], {
          photos: draft.photosOf(attachmentsOf(checkIn, answers)),
          dropDrafts,
        }),
      )
    })

  return { isLeft, handIn, failure, isBusy }
}
