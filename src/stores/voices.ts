import { computed } from 'vue'
import { DAY, type Instant } from '../domain/instant'
import { followUpDueAt, mayFollowUp, ownersAnswer } from '../domain/ticket/follow-up'
import { learntOf } from '../domain/ticket/lesson'
import type { Ticket } from '../domain/ticket/ticket'
import { useLive } from './live'
import { usePhone } from './phone'

const LOOKS_BACK = 30 * DAY

/** What owners said and are to be asked; praise counted as blame is. */
export const useVoices = () => {
  const { database, person, now } = usePhone()
  const inList = (list: string) =>
    useLive<readonly Ticket[] | null>(
      () => async () =>
        (await database.tickets.where('lists').equals(list).toArray()).map(({ record }) => record),
      null,
    )
  const waiting = inList('followUp')
  const watched = inList('watched')
  const since: Instant = now() - LOOKS_BACK
  const recent = useLive<readonly Ticket[] | null>(
    () => async () =>
      (await database.tickets.where('receivedAt').aboveOrEqual(since).toArray()).map(
        ({ record }) => record,
      ),
    null,
  )

  const due = computed(() =>
    (waiting.value ?? [])
      .filter((ticket) => mayFollowUp(ticket, person.staff))
      .map((ticket) => ({
        ticket,
        dueAt: followUpDueAt('closedAt' in ticket ? ticket.closedAt : ticket.receivedAt),
      }))
      .sort((one, other) => one.dueAt - other.dueAt),
  )
  const answered = computed(() =>
    (recent.value ?? []).flatMap((ticket) => {
      const said = ownersAnswer(ticket)
      return said?.answer ? [{ ticket, at: said.at, words: said.words, answer: said.answer }] : []
    }),
  )
  const praised = computed(() => (recent.value ?? []).filter(({ kind }) => kind === 'praise'))
  const counts = computed(() => {
    const scored = (isIn: (score: number) => boolean) =>
      answered.value.filter(({ answer }) => isIn(answer.score)).length
    return {
      praise: praised.value.length,
      complaint: (recent.value ?? []).filter(({ kind }) => kind === 'complaint').length,
      glad: scored((score) => score >= 4),
      sad: scored((score) => score <= 2),
    }
  })
  const lessons = computed(() =>
    (watched.value ?? []).flatMap((ticket) => {
      const learnt = learntOf(ticket)
      return learnt ? [{ ticket, ...learnt }] : []
    }),
  )
  return {
    ...{ due, answered, praised, counts, lessons },
    isRead: computed(() => waiting.value !== null && recent.value !== null),
  }
}
