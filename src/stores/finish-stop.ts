import type { Checkpoint } from '../domain/checkpoint'
import {
  checkpointVisitKind,
  type CheckIn,
  type CheckpointVisitId,
} from '../domain/checkpoint-visit'
import type { Answer } from '../domain/form/answer'
import { abnormalItems, answersById, answersToHandIn } from '../domain/form/fill'
import type { Form } from '../domain/form/form'
import type { Item } from '../domain/form/item'
import { dueOf } from '../domain/ticket/question'
import type { TicketId } from '../domain/ticket/ticket'
import type { ActToSave } from '../storage/save-acts'
import { useEstate } from './estate'
import { act, usePhone } from './phone'
import type { RoundView } from './patrol'
import { useRound } from './round'
import type { useCheckpointDraft } from './checkpoint-draft'

export interface StopToFinish {
  readonly view: RoundView
  readonly checkpoint: Checkpoint
  readonly form: Form
  readonly checkIn: CheckIn
  readonly draft: ReturnType<typeof useCheckpointDraft>
}

/** 「完成这一点」: the visit as a fact, and a ticket of its own for each item that became one. */
export const useFinishStop = () => {
  const phone = usePhone()
  const estate = useEstate()
  const round = useRound()

  const ticketAct = (
    stop: StopToFinish,
    visit: CheckpointVisitId,
    item: Item,
    answer: Answer,
  ): readonly ActToSave[] => {
    const { remedy } = answer
    const community = estate.communities.find(({ id }) => id === stop.checkpoint.community)
    if (!community || !remedy || remedy.kind === 'lookAgain') return []
    const matter = {
      kind: item.safety ? ('hazard' as const) : ('defect' as const),
      ...{ gravity: 'ordinary' as const, urgent: false },
    }
    const words = answer.words?.trim() ?? ''
    const { checkpoint } = stop
    return [
      {
        kind: 'Ticket',
        record: remedy.ticket satisfies TicketId,
        act: {
          ...{
            act: 'receive',
            community: community.id,
            ...matter,
            title: (words || item.title).slice(0, 120),
          },
          ...{ words: `${checkpoint.name} · ${item.title}`, place: checkpoint.place },
          ...{ facility: checkpoint.facility, spot: '', home: null, caller: null },
          origin: {
            ...{ by: 'round' as const, round: stop.view.due.id, checkpoint: checkpoint.id, visit },
            item: item.id,
          },
          firstResponsible: phone.person.staff,
          due: dueOf(matter, phone.now(), community.deadlines),
          photos: [...(answer.photos ?? [])],
          fixed: remedy.kind === 'fixed' ? { after: [...remedy.after], words } : null,
        },
      },
    ]
  }

  return (stop: StopToFinish) => {
    const { view, checkpoint, form, checkIn, draft } = stop
    const answers = answersToHandIn(form, answersById(draft.answers.value))
    const bad = abnormalItems(form, answersById(answers))
    const visit = phone.newId() as CheckpointVisitId
    const record = {
      ...{ act: 'record' as const, community: checkpoint.community, round: view.due.id },
      ...{ checkpoint: checkpoint.id, form: form.id, checkIn, answers, abnormal: bad.length },
    }
    const tickets = bad.flatMap((item) => {
      const answer = answers.find((each) => each.item === item.id)
      return answer ? ticketAct(stop, visit, item, answer) : []
    })
    const fact = {
      id: visit,
      ...record,
      change: visit,
      visitedAt: 0,
      visitedBy: phone.person.staff,
    }
    const named = checkpointVisitKind.photosOf({ ...fact, voided: null } as never)
    return act(
      phone,
      [
        ...round.startActs(view),
        { kind: 'CheckpointVisit', record: visit, act: record },
        ...tickets,
      ],
      { photos: draft.photosOf(named), dropDrafts: draft.draftKeysToDrop() },
    )
  }
}
