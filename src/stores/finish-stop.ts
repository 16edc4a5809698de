import type { Checkpoint } from '../domain/checkpoint'
import { attachmentsOf, type CheckIn, type CheckpointVisitId } from '../domain/checkpoint-visit'
import type { Answer } from '../domain/form/answer'
import { abnormalItems, answersById, answersToHandIn } from '../domain/form/fill'
import type { Form } from '../domain/form/form'
import type { Item } from '../domain/form/item'
import { failed } from '../domain/result'
import { firstLineOf } from '../domain/text'
import type { TicketAct } from '../domain/ticket/act'
import { dueOf } from '../domain/ticket/clock-rule'
import type { VisitFacts } from '../domain/visit-doubt'
import { alreadyReplaced, replacing } from '../storage/replaced'
import type { ActToSave } from '../storage/save-acts'
import { act } from './act'
import type { CheckpointDraft } from './checkpoint-draft'
import { useEstate } from './estate'
import { makeUpKey } from './make-up'
import { NOBODY_WAITS, useOwnerTold } from './owner-waits'
import type { RoundView } from './patrol'
import { usePhone } from './phone'
import { useRound } from './round'

const isNightCheck = ({ round, planned }: RoundView): boolean =>
  (round?.nightCheck ?? planned?.plan.nightCheck) !== undefined

export interface StopToFinish {
  readonly view: RoundView
  readonly checkpoint: Checkpoint
  readonly form: Form
  readonly checkIn: CheckIn
  readonly draft: CheckpointDraft
  readonly facts: VisitFacts
}

/** 「完成这一点」: the visit as a fact, and a ticket of its own for each item that became one. */
export const useFinishStop = () => {
  const phone = usePhone()
  const estate = useEstate()
  const round = useRound()
  const told = useOwnerTold()

  /** [RD9] Where, what, with which photos, from which item: nothing is typed a second time. */
  const ticketActs = (
    { view, checkpoint, draft }: StopToFinish,
    visit: CheckpointVisitId,
    item: Item,
    { remedy, ...answer }: Answer,
  ): readonly ActToSave[] => {
    const community = estate.communities.find(({ id }) => id === checkpoint.community)
    if (!community || !remedy || remedy.kind === 'lookAgain') return []
    const kind = item.safety ? ('hazard' as const) : ('defect' as const)
    const matter = { kind, gravity: 'ordinary' as const, urgent: false }
    const owner = remedy.kind === 'ticket' ? draft.ownerOf(item.id) : NOBODY_WAITS
    const words = answer.words?.trim() ?? ''
    const { place, facility } = checkpoint
    const isShort = firstLineOf(words, 120) === words
    const origin = { by: 'round' as const, round: view.due.id, checkpoint: checkpoint.id, visit }
    const deed: TicketAct = {
      ...{ act: 'receive', community: community.id, ...matter, place, facility, home: owner.home },
      title: firstLineOf(words || item.title, 120),
      words: [`${checkpoint.name} · ${item.title}`, isShort ? '' : words]
        .filter(Boolean)
        .join('\n'),
      ...{ spot: '', caller: null, firstResponsible: phone.person.staff },
      origin: { ...origin, item: item.id },
      due: dueOf(matter, phone.now(), community),
      ...{ photos: answer.photos ?? [], sounds: answer.sounds ?? [] },
      fixed: remedy.kind === 'fixed' ? { after: remedy.after, words } : null,
    }
    return [deed, ...told(owner)].map((each) => ({
      ...{ kind: 'Ticket', record: remedy.ticket, act: each },
    }))
  }

  return async (stop: StopToFinish) => {
    const { view, checkpoint, form, checkIn, draft, facts } = stop
    const said = draft.said.value.trim()
    const answers = answersToHandIn(form, draft.byItem.value)
    const byItem = answersById(answers)
    const abnormal = abnormalItems(form, byItem)
    const visit = phone.newId() as CheckpointVisitId
    const told = {
      ...{ community: checkpoint.community, round: view.due.id, checkpoint: checkpoint.id },
      ...{ form: form.id, checkIn, answers, abnormal: abnormal.length, facts },
      ...(said ? { said } : {}),
      ...(isNightCheck(view) ? { isNightCheck: true as const } : {}),
    }
    const made = abnormal.flatMap((item) => {
      const answer = byItem.get(item.id)
      return answer ? ticketActs(stop, visit, item, answer) : []
    })
    // [EX6] Said anew, the look may have fallen while its ticket stands: it is not made twice.
    const held = await phone.database.tickets.bulkGet(made.map(({ record }) => record))
    const tickets = made.filter((_, index) => held[index] === undefined)
    const acts: readonly ActToSave[] = [
      ...(await round.startActs(view)),
      { kind: 'CheckpointVisit', record: visit, act: { act: 'record', ...told } },
      ...tickets,
    ]
    const replaces = draft.replaces.value
    return draft.handIn(async (drafts) =>
      // Said anew already, in another tab: once more would be twice.
      (await alreadyReplaced(phone.database, replaces))
        ? failed({ kind: 'refused' as const })
        : act(phone, acts, {
            photos: draft.photosOf(attachmentsOf(checkIn, answers)),
            dropDrafts: [...drafts, makeUpKey(view.id)],
            also: replacing(phone.database, replaces),
          }),
    )
  }
}
