import { computed, ref, shallowRef } from 'vue'
import type { CalendarDay } from '../domain/calendar-day'
import type { Community } from '../domain/community'
import type { StaffId } from '../domain/id'
import { signatureFault, type Signature } from '../domain/signature'
import type { Ticket } from '../domain/ticket/ticket'
import {
  WEEKLY_LIMITS,
  weeklySheetId,
  type Figure,
  type WeeklySheet,
} from '../domain/weekly-sheet/weekly-sheet'
import { readWeeklySheet } from '../storage/day-end'
import { act } from './act'
import { useKeptDraft } from './kept-draft'
import { useLive } from './live'
import { usePhone } from './phone'
import { useSaving } from './saving'
import type { DraftedWeek } from './weekly-sheet'

interface WeeklyDraft {
  readonly to: string
  readonly corrected: readonly { readonly figure: Figure; readonly value: number | null }[]
  readonly said: readonly { readonly id: string; readonly words: string }[]
  readonly words: string | null
  readonly signature: Signature | undefined
}

/** [WS6] The week's sheet being written: counted by the phone, corrected and signed by a person. */
export const useWeeklySheetForm = (
  community: Community,
  week: CalendarDay,
  drafted: () => DraftedWeek,
) => {
  const phone = usePhone()
  const { database, person, nameId } = phone
  const { failure, isBusy, saving } = useSaving()
  const id = weeklySheetId(person.staff, community.id, week, nameId)
  const before = useLive<WeeklySheet | null>(() => () => readWeeklySheet(database, id), null)
  const to = ref('')
  const corrected = shallowRef<WeeklyDraft['corrected']>([])
  const said = shallowRef<WeeklyDraft['said']>([])
  const typed = ref<string | null>(null)
  const signature = shallowRef<Signature | undefined>()
  const words = computed({
    get: () => typed.value ?? before.value?.words ?? '',
    set: (next: string) => (typed.value = next),
  })
  const draft = useKeptDraft<WeeklyDraft>(`weekly-sheet/${community.id}/${week}`, {
    read: () => ({
      ...{ to: to.value, corrected: corrected.value, said: said.value, words: typed.value },
      signature: signature.value,
    }),
    write: (value) => {
      to.value = value.to
      corrected.value = value.corrected
      said.value = value.said
      typed.value = value.words
      signature.value = value.signature
    },
  })

  const figures = computed<WeeklySheet['figures']>(() =>
    drafted().figures.map(({ figure, value }) => {
      const own = corrected.value.find((each) => each.figure === figure)
      return own && own.value !== value
        ? { figure, value: own.value, phone: value }
        : { figure, value }
    }),
  )
  const correct = (figure: Figure, value: number | null) => {
    const others = corrected.value.filter((each) => each.figure !== figure)
    corrected.value = [...others, { figure, value }]
  }
  const leave = (figure: Figure) => {
    corrected.value = corrected.value.filter((each) => each.figure !== figure)
  }
  const saidOf = ({ id: ticket }: Ticket): string =>
    said.value.find((each) => each.id === ticket)?.words ??
    before.value?.reasons.find((each) => each.ticket === ticket)?.words ??
    drafted().whyOf.get(ticket) ??
    ''
  const say = (ticket: Ticket, text: string) => {
    said.value = [
      ...said.value.filter((each) => each.id !== ticket.id),
      { id: ticket.id, words: text },
    ]
  }
  const isWrong = ({ value }: WeeklySheet['figures'][number]) =>
    value !== null && (!Number.isInteger(value) || value < 0 || value > 99_999)
  const fault = computed(() => {
    if (figures.value.some(isWrong)) return 'figure' as const
    return to.value === '' ? ('to' as const) : signatureFault(signature.value)
  })

  const send = async (): Promise<boolean> => {
    await draft.endUnfinished()
    const signed = signature.value
    if (fault.value !== null || !signed) return false
    const { counted, open } = drafted()
    const reasons = open
      .map((ticket) => ({ ticket: ticket.id, words: saidOf(ticket).trim() }))
      .filter((each) => each.words !== '')
      .slice(0, WEEKLY_LIMITS.lines)
    const base = { community: community.id, staff: person.staff, week, to: to.value as StaffId }
    const whole = { ...base, figures: figures.value, counted, reasons, words: words.value.trim() }
    const deed = { act: 'send' as const, ...whole, signature: signed }
    const photos = draft.photosOf(signed.picture ? [signed.picture] : [])
    return saving(() =>
      draft.handIn((dropDrafts) =>
        act(phone, [{ kind: 'WeeklySheet', record: id, act: deed }], { dropDrafts, photos }),
      ),
    )
  }

  return {
    ...{ id, draft, before, to, words, signature, figures, correct, leave, isWrong },
    ...{ saidOf, say, fault, send, failure, isBusy },
  }
}
