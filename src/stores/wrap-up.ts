import { computed } from 'vue'
import { addDays, type CalendarDay } from '../domain/calendar-day'
import type { Community } from '../domain/community'
import type { StaffId } from '../domain/id'
import { callersScope } from '../domain/scope'
import { MINUTE } from '../domain/instant'
import { mayAct } from '../domain/permission'
import type { OwnerPromise } from '../domain/promise/promise'
import type { Given } from '../domain/promise/given'
import type { Role } from '../domain/role'
import type { Ticket } from '../domain/ticket/ticket'
import { instantOf } from '../domain/time-zone'
import { leftOut } from '../domain/wrap-up/question'
import { wrapUpId, type WrapUp, type WrapUpId } from '../domain/wrap-up/wrap-up'
import {
  readPromisesToWrapUp,
  readToWrapUp,
  readWrapUp,
  ticketsOpenSince,
  wrapUpsHeld,
  wrapUpsOf,
} from '../storage/day-end'
import { observeTable } from '../storage/observe'
import { keysPutAway } from '../storage/put-away'
import { ticketsOf } from '../storage/ticket-list'
import { useEstate } from './estate'
import { useLive } from './live'
import { usePhone } from './phone'

export const wrapUpDraft = (community: Community, day: CalendarDay): string =>
  `wrap-up/${community.id}/${day}`

/**
 * One's own wrap-up of a day as it was last saved, and what belongs into it; null where there is none,
 * undefined until it was looked up.
 */
export const useWrapUpDay = (community: Community, day: CalendarDay) => {
  const { database, person, nameId, now, tick } = usePhone()
  const { zone } = community
  const id = wrapUpId(person.staff, community.id, day, nameId)
  const [began, ends] = [instantOf(day, 0, zone), instantOf(addDays(day, 1), 0, zone)]
  const span = { staff: person.staff, community: community.id, began, ends }
  const minute = computed(() => Math.floor(tick.value / MINUTE))
  const saved = useLive<WrapUp | null | undefined>(() => () => readWrapUp(database, id), undefined)
  const tickets = useLive<readonly Ticket[] | null>(
    () => () => readToWrapUp(database, span),
    null,
    (ask) => observeTable(database, 'tickets', ask),
  )
  const promises = useLive<readonly Given[] | null>(
    // Past its time from one minute to the next, with nobody writing anything.
    () => (minute.value, () => readPromisesToWrapUp(database, span, now())),
    null,
    (ask) => observeTable(database, 'ownerPromises', ask),
  )
  return { day, id, began, ends, saved, tickets, promises }
}
export type WrapUpDay = ReturnType<typeof useWrapUpDay>

/** A wrap-up with what it speaks of, as it is now. */
export interface ReadWrapUp {
  readonly wrapUp: WrapUp
  readonly tickets: ReadonlyMap<string, Ticket>
  readonly promises: ReadonlyMap<string, OwnerPromise>
  /** [WU7] What was open then and is not in it. */
  readonly leftOut: readonly Ticket[]
}

export const useWrapUp = (id: () => WrapUpId) => {
  const { database } = usePhone()
  return useLive<ReadWrapUp | null | undefined>(
    () => {
      const wanted = id()
      return async () => {
        const wrapUp = await readWrapUp(database, wanted)
        if (!wrapUp) return null
        const known = await ticketsOf(
          database,
          wrapUp.lines.map(({ ticket }) => ticket),
        )
        const given = await database.ownerPromises.bulkGet(
          wrapUp.promises.map(({ promise }) => promise),
        )
        return {
          wrapUp,
          tickets: new Map<string, Ticket>(known.map((ticket) => [ticket.id, ticket])),
          promises: new Map(given.flatMap((held) => (held ? [[held.id, held.record]] : []))),
          leftOut: leftOut(wrapUp, await ticketsOpenSince(database, wrapUp)),
        }
      }
    },
    undefined,
    (ask) => observeTable(database, ['tickets', 'wrapUps', 'ownerPromises'], ask),
  )
}

const WRITERS: readonly Role[] = ['steward', 'customerService']

/** [WU9] Who has gone through their day and who has not, for whoever oversees. */
export const useWrapUpsOf = (community: Community, day: CalendarDay) => {
  const { database, person } = usePhone()
  const estate = useEstate()
  const written = useLive<readonly WrapUp[] | null>(
    () => () => wrapUpsOf(database, community.id, day),
    null,
  )
  return computed(() => {
    if (!written.value) return null
    const byStaff = new Map<StaffId, WrapUp>(written.value.map((each) => [each.staff, each]))
    const scope = callersScope(community.id)
    const asked = estate.staff.filter(
      ({ active, roles, scopes }) =>
        active &&
        // Where nobody said what they see, all of the company are taken to.
        (scopes?.includes(scope) ?? true) &&
        mayAct(roles, 'WrapUp', 'save') &&
        roles.some((role) => WRITERS.includes(role)),
    )
    const ids = new Set([...asked.map(({ id }) => id), ...byStaff.keys()])
    ids.delete(person.staff)
    return [...ids].map((staff) => ({ staff, wrapUp: byStaff.get(staff) ?? null }))
  })
}

/** [WU11] The days gone through, and of one's own also those begun and put away. */
export const useWrapUpDays = (community: Community) => {
  const { database } = usePhone()
  const begin = wrapUpDraft(community, '' as CalendarDay)
  const held = useLive<readonly WrapUp[] | null>(
    () => () => wrapUpsHeld(database, community.id),
    null,
  )
  const putAway = useLive<readonly CalendarDay[]>(
    () => async () =>
      (await keysPutAway(database, begin)).map((key) => key.slice(begin.length) as CalendarDay),
    [],
  )
  return { held, putAway }
}
