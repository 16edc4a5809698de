import { computed, ref, shallowRef } from 'vue'
import type { CalendarDay } from '../domain/calendar-day'
import type { Community } from '../domain/community'
import type { Role } from '../domain/role'
import type { StaffId } from '../domain/id'
import { mayAct } from '../domain/permission'
import { isOpen } from '../domain/ticket/question'
import type { Ticket, TicketId } from '../domain/ticket/ticket'
import { instantOf, localDay } from '../domain/time-zone'
import { leftOut, lineFault, mustSayWhy, toldOf } from '../domain/wrap-up/question'
import {
  wrapUpId,
  WRAP_UP_LIMITS,
  type WrapUp,
  type WrapUpId,
  type WrapUpLine,
} from '../domain/wrap-up/wrap-up'
import { readToWrapUp, readWrapUp, wrapUpsOf } from '../storage/day-end'
import { observeTable } from '../storage/observe'
import { ticketsOf } from '../storage/ticket-list'
import { act } from './act'
import { useEstate } from './estate'
import { useKeptDraft } from './kept-draft'
import { useLive } from './live'
import { usePhone } from './phone'
import { useSaving } from './saving'

/** What a person says of one ticket. */
export type Said = Pick<WrapUpLine, 'why' | 'next'>
type SaidOf = Said & { readonly ticket: TicketId }

interface WrapUpDraft {
  readonly lines: readonly SaidOf[]
  /** Null while nobody wrote any: those saved before stand. */
  readonly words: string | null
}

/** Today's own wrap-up as it was last saved; null where there is none yet, undefined until it was looked up. */
export const useWrapUpToday = (community: Community) => {
  const { database, person, nameId, now } = usePhone()
  const day = localDay(now(), community.zone)
  const id = wrapUpId(person.staff, community.id, day, nameId)
  const dayBegan = instantOf(day, 0, community.zone)
  const saved = useLive<WrapUp | null | undefined>(() => () => readWrapUp(database, id), undefined)
  const tickets = useLive<readonly Ticket[] | null>(
    () => () => readToWrapUp(database, person.staff, dayBegan),
    null,
    (ask) => observeTable(database, 'tickets', ask),
  )
  return { day, id, dayBegan, saved, tickets }
}
export type WrapUpToday = ReturnType<typeof useWrapUpToday>

/**
 * [WU4] The day's wrap-up being written, kept all the way. What was not touched is what was saved before,
 * or what the ticket itself says (`suggest`).
 */
export const useWrapUpForm = (
  community: Community,
  today: WrapUpToday,
  tickets: () => readonly Ticket[],
  suggest: (ticket: Ticket) => Said,
) => {
  const phone = usePhone()
  const { failure, isBusy, saving } = useSaving()
  const { day, id } = today
  const before = computed(() => today.saved.value ?? null)
  const touched = shallowRef<readonly SaidOf[]>([])
  const typed = ref<string | null>(null)
  const words = computed({
    get: () => typed.value ?? before.value?.words ?? '',
    set: (next: string) => (typed.value = next),
  })
  const draft = useKeptDraft<WrapUpDraft>(`wrap-up/${day}`, {
    read: () => ({ lines: touched.value, words: typed.value }),
    write: (value) => {
      touched.value = value.lines
      typed.value = value.words
    },
  })

  const saidOf = (ticket: Ticket): Said =>
    touched.value.find((each) => each.ticket === ticket.id) ??
    before.value?.lines.find((each) => each.ticket === ticket.id) ??
    suggest(ticket)
  const say = (ticket: Ticket, over: Partial<Said>) => {
    const { why, next } = { ...saidOf(ticket), ...over }
    const others = touched.value.filter((each) => each.ticket !== ticket.id)
    touched.value = [...others, { ticket: ticket.id, why, next }]
  }
  const faultOf = (ticket: Ticket) => (mustSayWhy(ticket) ? lineFault(saidOf(ticket)) : null)
  const faulty = computed(() => tickets().filter((ticket) => faultOf(ticket) !== null))

  const lineOf = (ticket: Ticket): WrapUpLine => {
    const { why, next } = isOpen(ticket) ? saidOf(ticket) : { why: '', next: '' }
    const told = toldOf(ticket)
    return { ticket: ticket.id, status: ticket.status, told, why: why.trim(), next: next.trim() }
  }
  const save = async (): Promise<boolean> => {
    if (faulty.value.length > 0) return false
    return saving(() =>
      draft.handIn((dropDrafts) => {
        const lines = tickets().slice(0, WRAP_UP_LIMITS.lines).map(lineOf)
        const open = tickets().filter(isOpen).length
        const told = { community: community.id, staff: phone.person.staff, day, lines, open }
        const deed = { act: 'save' as const, ...told, words: words.value.trim() }
        return act(phone, [{ kind: 'WrapUp', record: id, act: deed }], { dropDrafts })
      }),
    )
  }

  return { draft, words, before, saidOf, say, faultOf, faulty, save, failure, isBusy }
}

/** One wrap-up, its tickets as they are now, and what was open then and is not in it. */
export const useWrapUp = (id: () => WrapUpId) => {
  const { database } = usePhone()
  const estate = useEstate()
  return useLive<
    | {
        readonly wrapUp: WrapUp
        readonly tickets: ReadonlyMap<string, Ticket>
        readonly leftOut: readonly Ticket[]
      }
    | null
    | undefined
  >(
    () => {
      const [wanted, zone] = [id(), estate.zone]
      return async () => {
        const wrapUp = await readWrapUp(database, wanted)
        if (!wrapUp) return null
        const known = await ticketsOf(
          database,
          wrapUp.lines.map(({ ticket }) => ticket),
        )
        const dayBegan = instantOf(wrapUp.day, 0, zone)
        const there = await readToWrapUp(database, wrapUp.staff, dayBegan)
        const tickets = new Map<string, Ticket>(known.map((ticket) => [ticket.id, ticket]))
        return { wrapUp, tickets, leftOut: leftOut(wrapUp, there) }
      }
    },
    undefined,
    (ask) => observeTable(database, ['tickets', 'wrapUps'], ask),
  )
}

const WRITERS: readonly Role[] = ['steward', 'customerService']

/** [WU9] Who has gone through their day and who has not, for whoever oversees. */
export const useWrapUpsOf = (day: () => CalendarDay) => {
  const { database, person } = usePhone()
  const estate = useEstate()
  const written = useLive<readonly WrapUp[] | null>(() => {
    const wanted = day()
    return () => wrapUpsOf(database, wanted)
  }, null)
  return computed(() => {
    if (!written.value) return null
    const byStaff = new Map<StaffId, WrapUp>(written.value.map((each) => [each.staff, each]))
    const asked = estate.staff.filter(
      ({ active, roles }) =>
        active && mayAct(roles, 'WrapUp', 'save') && roles.some((role) => WRITERS.includes(role)),
    )
    const ids = new Set([...asked.map(({ id }) => id), ...byStaff.keys()])
    ids.delete(person.staff)
    return [...ids].map((staff) => ({ staff, wrapUp: byStaff.get(staff) ?? null }))
  })
}
