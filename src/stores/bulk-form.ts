import { ref, shallowReactive, toRefs } from 'vue'
import { PUT_OFF_REASONS } from '../domain/ticket/entry'
import type { Ticket } from '../domain/ticket/ticket'
import { useDaysAhead } from './days-ahead'
import { useKeptDraft } from './kept-draft'
import type { BulkDeed, BulkWritten, TicketBulk } from './ticket-bulk'

/** What is written for one deed to many tickets: kept as it is typed, until the deed is saved. */
export const useBulkForm = (bulk: TicketBulk, deed: BulkDeed) => {
  const days = useDaysAhead()
  const firstDay = String(days[0] ?? 0)
  const written: BulkWritten = shallowReactive<BulkWritten>({
    ...{ to: '', words: '', why: PUT_OFF_REASONS[0], until: firstDay },
  })
  const draft = useKeptDraft<BulkWritten>(`bulk/${deed}`, {
    read: () => ({ ...written }),
    write: (kept) => {
      const isAhead = days.includes(Number(kept.until))
      Object.assign(written, kept, isAhead ? {} : { until: firstDay })
    },
  })
  const isMissing = ref(false)
  let isSaving = false

  /** `seen` is what was on the screen; false when a word is missing or it is being done already. */
  const save = async (seen: readonly Ticket[]): Promise<boolean> => {
    if (isSaving || bulk.isBusy.value) return false
    isMissing.value = deed === 'assign' && !written.to
    if (isMissing.value) return false
    isSaving = true
    try {
      await draft.handIn((drafts) => bulk.save(seen, deed, { ...written }, drafts))
      return true
    } finally {
      isSaving = false
    }
  }

  return { fields: toRefs(written), days, draft, isMissing, save }
}
