import { computed } from 'vue'
import { mayAct } from '../domain/permission'
import { isAttendedThroughout, needsAttendance } from '../domain/repair/attendance'
import { costOf, owedOf } from '../domain/repair/repair-sheet'
import type { RepairNote, RepairNoteAct, RepairNoteId } from '../domain/repair/repair-note'
import { paperText } from '../domain/repair/paper'
import { partFault, sheetFaults, type SheetFault } from '../domain/repair/sheet-fault'
import { failed } from '../domain/result'
import { signatureFault } from '../domain/signature'
import type { TicketAct } from '../domain/ticket/act'
import type { Ticket, TicketId } from '../domain/ticket/ticket'
import type { ActToSave } from '../storage/save-acts'
import { act } from './act'
import { useEstate } from './estate'
import { usePhone } from './phone'
import { useRepairForm, type RepairWritten } from './repair-form'
import { attendedOf, isAttendedHalf, sheetOf } from './repair-sheet'
import { useRepairTicket } from './repair-ticket'
import { isTheirsToMove, stepsOf } from './repair-step'
import { useSaving } from './saving'

export type WritingFault =
  SheetFault | 'attendedHalf' | 'title' | 'where' | 'parts' | 'signature' | 'signer' | 'signedOther'

/** What cannot be told while nobody knows when they arrived. */
const OF_ARRIVAL: readonly WritingFault[] = ['endFirst', 'minutesMost', 'minutesTooMany']

/** The words a note needs that the domain has none for. */
export interface RepairWords {
  readonly signedSlip: string
}

/** [RN1] One visit from arrival to signature, on a ticket or, without one, with the ticket it makes. */
export const useRepairWriting = (
  key: string,
  begin: Partial<RepairWritten>,
  /** As it stands: while a note is written, its ticket may move. */
  ticket: () => Ticket | null,
  note: RepairNote | null,
  words: RepairWords,
) => {
  const phone = usePhone()
  const estate = useEstate()
  const form = useRepairForm(key, begin)
  const { written, draft } = form
  const { failure, isBusy, saving } = useSaving()

  const sheet = computed(() => sheetOf(written, estate.zone, phone.tick.value))
  const attended = computed(() => [...(note?.attended ?? []), ...attendedOf(written, estate.zone)])
  const mustAttend = computed(() => needsAttendance(sheet.value, ticket()))
  const lacksAttendance = computed(
    () => mustAttend.value && !isAttendedThroughout(sheet.value, attended.value),
  )
  const paper = computed(() => paperText(written.note, sheet.value))
  /** There is a hand or its confirmation; a name alone is none. */
  const isGiven = computed(() => signatureFault(written.signature) !== 'signature')
  /** [RN6] Words moved after the owner had signed: theirs stand no longer under what they saw. */
  const isSignedOther = computed(
    () => isGiven.value && written.signedText !== '' && written.signedText !== paper.value,
  )
  const signature = computed({
    get: () => written.signature,
    set: (next) => {
      if (next?.signedAt !== written.signature?.signedAt) written.signedText = paper.value
      written.signature = next
    },
  })
  const agreed = computed({
    get: () => written.agreed,
    set: (next) => {
      written.agreed = next
      written.agreedAt = next === null ? null : phone.now()
    },
  })
  /** [RN8] Whoever writes a note names who was there; into a written one only some may. */
  const mayAttend = note === null || mayAct(phone.person.roles, 'RepairNote', 'attend')
  const mayMoveOf = (known: Ticket | null) =>
    known === null || (note === null && isTheirsToMove(known, phone.person.staff))
  const mayMove = computed(() => mayMoveOf(ticket()))

  const making = useRepairTicket()

  const faults = computed<readonly WritingFault[]>(() => {
    const { hasSigned } = form
    const isRefused = !isGiven.value && written.unsigned.trim() !== ''
    const signature = hasSigned.value && !isRefused ? signatureFault(written.signature) : null
    const isWhere = written.part === 'home' ? written.home !== null : written.place !== null
    const isKnown = note !== null && note.signed !== null
    const lacks = {
      attendance: lacksAttendance.value,
      signature: written.part === 'home' && !hasSigned.value && !isKnown,
    }
    const at = sheet.value
    return [
      ...(ticket() || written.title.trim() ? [] : (['title'] as const)),
      ...(isWhere ? [] : (['where'] as const)),
      ...(at.arrivedAt ? [] : (['arrived'] as const)),
      ...(written.parts.some((part) => partFault(part)) ? (['parts'] as const) : []),
      ...sheetFaults(at, phone.tick.value, lacks).filter(
        (fault) => at.arrivedAt || !OF_ARRIVAL.includes(fault),
      ),
      ...(isAttendedHalf(written, estate.zone) ? (['attendedHalf'] as const) : []),
      ...(signature ? [signature] : []),
      ...(isSignedOther.value ? (['signedOther'] as const) : []),
    ]
  })

  const ticketActs = (known: Ticket | null, isSigned: boolean): readonly TicketAct[] | null => {
    if (note) return []
    const begun = known ? [] : [making.receive(written, sheet.value)]
    if (begun.includes(null)) return null
    const moves = mayMoveOf(known)
    const steps = moves ? stepsOf(known?.status ?? 'received', sheet.value, written.isSolved) : []
    const told: readonly TicketAct[] =
      isSigned && moves && written.isSolved
        ? [
            {
              ...{ act: 'tellOwner', channel: 'door', reached: true, nextWordAt: null },
              words: words.signedSlip,
            },
          ]
        : []
    return [...(begun as TicketAct[]), ...steps, ...told]
  }

  /** [RN2] Where it stands this moment: given, put off or taken back meanwhile, the note is saved all the same. */
  const ticketNow = async (): Promise<Ticket | null> => {
    const known = ticket()
    return known && ((await phone.database.tickets.get(known.id))?.record ?? known)
  }

  /** The note it became; null when it was not saved: `faults` or `failure` says why. */
  const save = async (): Promise<RepairNoteId | null> => {
    await draft.endUnfinished()
    if (faults.value.length > 0) return null
    const isSaved = await saving(async () => {
      const at = sheet.value
      const signed = await form.signed(at)
      const known = await ticketNow()
      const steps = ticketActs(known, signed !== null)
      const community = making.communityOf(written, known)
      if (!steps || !community) return failed({ kind: 'refused' as const })
      const of = known?.id ?? (phone.newId() as TicketId)
      const there = attendedOf(written, estate.zone)
      const deed: RepairNoteAct = note
        ? { act: 'amend', sheet: at, signed }
        : {
            ...{ act: 'write', community: community.id, ticket: of, sheet: at, signed },
            attended: [...there],
          }
      const acts: readonly ActToSave[] = [
        ...steps.map((step) => ({ kind: 'Ticket' as const, record: of, act: step })),
        { kind: 'RepairNote', record: written.note, act: deed },
        ...(note ? there : []).map((each) => ({
          ...{ kind: 'RepairNote' as const, record: written.note },
          act: { act: 'attend' as const, ...each },
        })),
      ]
      const named = [
        ...at.before,
        ...at.after,
        ...(signed?.signature.picture ? [signed.signature.picture] : []),
      ]
      const photos = draft.photosOf(named)
      return draft.handIn((dropDrafts) => act(phone, acts, { photos, dropDrafts }))
    })
    return isSaved ? written.note : null
  }

  return {
    ...{
      form,
      signature,
      agreed,
      sheet,
      attended,
      mustAttend,
      lacksAttendance,
      paper,
      isSignedOther,
      mayAttend,
      mayMove,
    },
    recorded: note?.attended ?? [],
    ...{ faults, save, failure, isBusy },
    cost: computed(() => costOf(sheet.value)),
    owed: computed(() => owedOf(sheet.value)),
  }
}

export type RepairWriting = ReturnType<typeof useRepairWriting>
