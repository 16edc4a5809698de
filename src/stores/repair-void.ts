import { computed, ref } from 'vue'
import { isOverseer } from '../domain/overseer'
import type { RepairNote } from '../domain/repair/repair-note'
import { act } from './act'
import { useKeptDraft } from './kept-draft'
import { usePhone } from './phone'
import { useRepairActs } from './repair-note'
import { useSaving } from './saving'

const MOST_REASON = 300

/**
 * [RN12] A note is voided with its reason, by whoever wrote it and by those who oversee. The ticket says
 * that it was, in `said`; the reason stays with the note, because it may name an owner.
 */
export const useRepairVoid = (note: () => RepairNote, said: () => string) => {
  const phone = usePhone()
  const { mayDo } = useRepairActs()
  const { failure, isBusy, saving } = useSaving()
  const { staff, roles } = phone.person
  const reason = ref('')
  const draft = useKeptDraft<string>(`repair-void/${note().id}`, {
    read: () => reason.value,
    write: (kept) => (reason.value = kept),
  })
  const isAsked = computed(
    () => mayDo('void') && !note().voided && (note().written.by === staff || isOverseer(roles)),
  )
  const fault = computed(() => {
    const { length } = reason.value.trim()
    if (length === 0) return 'missing'
    return length > MOST_REASON ? 'long' : null
  })
  const save = (): Promise<boolean> => {
    if (fault.value) return Promise.resolve(false)
    const { id, ticket } = note()
    const deed = { act: 'void', reason: reason.value.trim() } as const
    const words = { act: 'say', words: said(), photos: [] } as const
    return saving(() =>
      draft.handIn(async (dropDrafts) => {
        const isHeld = (await phone.database.tickets.get(ticket)) !== undefined
        const told = { kind: 'Ticket' as const, record: ticket, act: words }
        const acts = [{ kind: 'RepairNote' as const, record: id, act: deed }]
        return act(phone, isHeld ? [...acts, told] : acts, { dropDrafts })
      }),
    )
  }
  return { reason, draft, isAsked, fault, save, isBusy, failure }
}
