import { mayAct } from '../domain/permission'
import type { RepairNote, RepairNoteAct, RepairNoteId } from '../domain/repair/repair-note'
import { act } from './act'
import { useLive } from './live'
import { usePhone } from './phone'

/** Under which a note is kept while it is written; without a ticket as `new`. */
export const repairDraftKey = (ticket: string | null): string => `repair/${ticket ?? 'new'}`

/** One note as the database has it now: null where there is none, undefined until it was looked up. */
export const useRepairNote = (id: () => string | null) => {
  const { database } = usePhone()
  return useLive<RepairNote | null | undefined>(() => {
    const wanted = id()
    return async () => (wanted ? ((await database.repairNotes.get(wanted))?.record ?? null) : null)
  }, undefined)
}

/** Every visit of one ticket, the latest first. */
export const useRepairNotesOf = (ticket: () => string) => {
  const { database } = usePhone()
  return useLive<readonly RepairNote[]>(() => {
    const wanted = ticket()
    return async () => {
      const held = await database.repairNotes.where('ticket').equals(wanted).toArray()
      return held
        .map(({ record }) => record)
        .sort((one, other) => other.sheet.arrivedAt - one.sheet.arrivedAt)
    }
  }, [])
}

/** Whether a note on this ticket was begun here and left. */
export const useRepairBegun = (ticket: () => string) => {
  const { database } = usePhone()
  return useLive<boolean>(() => {
    const key = repairDraftKey(ticket())
    return async () => (await database.drafts.get(key)) !== undefined
  }, false)
}

/** What staff may do to a note that is written. */
export const useRepairActs = () => {
  const phone = usePhone()
  const mayDo = (name: RepairNoteAct['act']) => mayAct(phone.person.roles, 'RepairNote', name)
  const doTo = (record: RepairNoteId, deed: RepairNoteAct) =>
    act(phone, [{ kind: 'RepairNote', record, act: deed }])
  return { mayDo, doTo }
}
