import { computed, ref, shallowReactive, watch, type Ref } from 'vue'
import {
  clockCuts,
  columnsOf,
  deedInto,
  type BoardColumn,
  type BoardWay,
} from '../domain/ticket/board'
import { deedsOf, type TicketDeed } from '../domain/ticket/deed'
import type { Ticket } from '../domain/ticket/ticket'
import { boardIds } from '../storage/ticket-board'
import { ticketsOf } from '../storage/ticket-list'
import { useEstate } from './estate'
import { useLive } from './live'
import { usePhone } from './phone'
import { useTickets } from './ticket'
import { useTicketList } from './ticket-list'

/** How many cards more a column draws when asked. */
const STRIDE = 20

export interface BoardLane {
  readonly column: BoardColumn
  readonly cards: readonly Ticket[]
  readonly count: number
}

/** The list of tickets told off into columns; of each only the first are read. */
export const useTicketBoard = (way: Ref<BoardWay>) => {
  const { database, person } = usePhone()
  const estate = useEstate()
  const tickets = useTickets()
  const list = useTicketList()
  const isFailed = ref(false)
  const asked = ref(0)
  const reach = shallowReactive(new Map<BoardColumn, number>())
  const columns = computed(() =>
    columnsOf(way.value, ['closed', 'sample', 'followUp'].includes(list.view)),
  )
  const reachOf = (column: BoardColumn) => reach.get(column) ?? STRIDE

  const ids = useLive(() => {
    if (!list.isRead || asked.value < 0) return null
    const { ids: all } = list
    const query = {
      ...{ way: way.value, columns: columns.value },
      cuts: clockCuts(tickets.minute, estate.zone),
    }
    return async () => {
      isFailed.value = false
      try {
        return await boardIds(database, all, query)
      } catch (error) {
        isFailed.value = true
        if (database.isOpen()) return null
        throw error
      }
    }
  }, null)
  watch([way, () => list.ids.length === 0], () => reach.clear())

  const near = computed(() =>
    columns.value.flatMap((column) => ids.value?.get(column)?.slice(0, reachOf(column)) ?? []),
  )
  const read = useLive<ReadonlyMap<string, Ticket> | null>(() => {
    if (!ids.value) return null
    const wanted = near.value
    return async () =>
      new Map((await ticketsOf(database, wanted)).map((ticket) => [ticket.id, ticket]))
  }, null)
  const cards = computed(() => [...(read.value?.values() ?? [])])
  const lanes = computed<readonly BoardLane[]>(() =>
    columns.value.map((column) => {
      const members = ids.value?.get(column) ?? []
      const drawn = members.slice(0, reachOf(column)).flatMap((id) => read.value?.get(id) ?? [])
      return { column, cards: drawn, count: members.length }
    }),
  )

  /** [DK3] Where a ticket can go from here, and by which deed. */
  const waysOf = (ticket: Ticket): ReadonlyMap<BoardColumn, TicketDeed> => {
    const offered = deedsOf(ticket, person.staff, (deed) => tickets.mayDo(deed))
    return new Map(
      columnsOf(way.value, false)
        .concat(way.value === 'status' ? ['closed'] : [])
        .flatMap((column) => {
          const deed = deedInto(column, ticket, offered)
          return deed ? [[column, deed] as const] : []
        }),
    )
  }
  return {
    ...{ lanes, cards, isFailed, waysOf },
    isRead: computed(() => read.value !== null),
    showMore: (column: BoardColumn) => reach.set(column, reachOf(column) + STRIDE),
    retry: () => (asked.value += 1),
  }
}
