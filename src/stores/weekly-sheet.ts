import { computed } from 'vue'
import { addDays, type CalendarDay } from '../domain/calendar-day'
import type { Community } from '../domain/community'
import { MINUTE } from '../domain/instant'
import { givenOf } from '../domain/promise/given'
import { homesScope } from '../domain/scope'
import { instantOf } from '../domain/time-zone'
import { countWeek, type CountedWeek } from '../domain/weekly-sheet/count-week'
import type {
  WeeklySheet,
  WeeklySheetAct,
  WeeklySheetId,
} from '../domain/weekly-sheet/weekly-sheet'
import { complaintsSince, readWeeklySheet, weeklySheetsHeld, wrapUpsHeld } from '../storage/day-end'
import { observeTable } from '../storage/observe'
import { promisesSince } from '../storage/promise-list'
import { ticketsOf } from '../storage/ticket-list'
import { act } from './act'
import { useEstate } from './estate'
import { useLive } from './live'
import { usePhone } from './phone'
import { useSaving } from './saving'

/** A week as this phone counts it, and what wrap-ups said last of what is open. */
export interface DraftedWeek extends CountedWeek {
  readonly whyOf: ReadonlyMap<string, string>
}

export const useDraftedWeek = (community: Community, week: CalendarDay) => {
  const { database, person, tick, now } = usePhone()
  const estate = useEstate()
  const began = instantOf(week, 0, community.zone)
  const ends = instantOf(addDays(week, 7), 0, community.zone) - 1
  const minute = computed(() => Math.floor(tick.value / MINUTE))
  /** [WS5] Promises lie with the homes: whoever serves some of the buildings does not know them all. */
  const holdsAll = computed(() => {
    const buildings = estate.places.filter(
      (place) => place.kind === 'building' && place.community === community.id,
    )
    const held = buildings.filter(({ id }) => person.scopes.includes(homesScope(id)))
    return buildings.length > 0 && held.length === buildings.length
  })
  return useLive<DraftedWeek | null>(
    () => {
      const isWhole = holdsAll.value
      return (
        minute.value,
        async () => {
          const until = Math.min(now(), ends)
          const given = isWhole
            ? (await promisesSince(database, began))
                .filter((each) => each.community === community.id)
                .map((promise) => givenOf(promise, until))
            : null
          const complaints = await complaintsSince(database, community.id, began)
          const counted = countWeek({ began, until, complaints, promises: given })
          const lines = (await wrapUpsHeld(database, community.id)).flatMap((each) => each.lines)
          const whyOf = new Map<string, string>()
          for (const { ticket, why } of lines) if (why && !whyOf.has(ticket)) whyOf.set(ticket, why)
          return { ...counted, whyOf }
        }
      )
    },
    null,
    (ask) => observeTable(database, ['tickets', 'ownerPromises', 'wrapUps'], ask),
  )
}

export const useWeeklySheets = (community: Community) => {
  const { database } = usePhone()
  return useLive<readonly WeeklySheet[] | null>(
    () => () => weeklySheetsHeld(database, community.id),
    null,
  )
}

/** Null where there is none, undefined until it was looked up. */
export const useWeeklySheet = (id: () => WeeklySheetId) => {
  const { database } = usePhone()
  return useLive<WeeklySheet | null | undefined>(() => {
    const wanted = id()
    return () => readWeeklySheet(database, wanted)
  }, undefined)
}

interface Counted {
  readonly name: string
  readonly to: string
}

/** What the numbers of a sheet were counted from is called, and where it is. */
export const useCountedRecords = (ids: () => readonly string[]) => {
  const { database } = usePhone()
  return useLive<ReadonlyMap<string, Counted>>(() => {
    const wanted = ids()
    return async () => {
      const tickets = await ticketsOf(database, wanted)
      const promises = await database.ownerPromises.bulkGet([...wanted])
      return new Map<string, Counted>([
        ...tickets.map(({ id, title }) => [id, { name: title, to: `/tickets/${id}` }] as const),
        ...promises.flatMap((held) =>
          held ? [[held.id, { name: held.record.words, to: `/promises/${held.id}` }] as const] : [],
        ),
      ])
    }
  }, new Map())
}

/** Read by whom it was sent to, and what is said of it. */
export const useWeeklySheetDeed = (id: WeeklySheetId) => {
  const phone = usePhone()
  const { failure, isBusy, saving } = useSaving()
  const doTo = (deed: WeeklySheetAct): Promise<boolean> =>
    saving(() => act(phone, [{ kind: 'WeeklySheet', record: id, act: deed }]))
  return { doTo, failure, isBusy }
}
