import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { StaffId } from '../domain/id'
import { BOARD_WAYS } from '../domain/ticket/board'
import type { PlaceId } from '../domain/place'
import { pathOf } from '../domain/place-path'
import type { Ticket, TicketId, TicketKind } from '../domain/ticket/ticket'
import { observeTable } from '../storage/observe'
import { ticketIds, ticketsOf } from '../storage/ticket-list'
import { useEstate } from './estate'
import { useLive } from './live'
import { usePhone } from './phone'
import { filterOf, useTickets, type TicketView } from './ticket'

/** The indexes a list may be put in order by. */
export const TICKET_ORDERS = ['openAt', 'receivedAt', 'title', 'kind', 'status'] as const
export type TicketOrder = (typeof TICKET_ORDERS)[number]

/** As rows, or as a board with its columns made one way or the other. */
export const TICKET_SHAPES = ['list', ...BOARD_WAYS] as const
export type TicketShape = (typeof TICKET_SHAPES)[number]

/** How many rows more a table draws when its end is reached. */
const STRIDE = 60

/** The list of tickets as somebody left it: filter, words, order and place stay while the app is open. */
export const useTicketList = defineStore('ticketList', () => {
  const { database, person } = usePhone()
  const estate = useEstate()
  const tickets = useTickets()
  const chosen = ref<TicketView | null>(null)
  /** What is shown until somebody chooses. */
  const usual = ref<TicketView>('open')
  const view = computed<TicketView>({
    get: () => chosen.value ?? usual.value,
    set: (next) => (chosen.value = next),
  })
  const kind = ref<TicketKind | null>(null)
  const handler = ref<StaffId | null>(null)
  const place = ref<PlaceId | null>(null)
  const words = ref('')
  const order = shallowRef<{ readonly by: TicketOrder; readonly isDown: boolean } | null>(null)
  const shape = ref<TicketShape>('list')
  const isRead = ref(false)
  /** Where the long list stood when it was left; whoever draws it knows what `place` is. */
  const stood = shallowRef<{ readonly key: string; readonly place: unknown } | null>(null)

  const within = (root: PlaceId): readonly PlaceId[] =>
    estate.places
      .filter((each) =>
        pathOf(each, (id) => estate.placeById.get(id)).some(({ id }) => id === root),
      )
      .map(({ id }) => id)
  const placesOf = (word: string) =>
    estate.places
      .filter(({ id }) => estate.placeName(id).toLowerCase().replaceAll(' ', '').includes(word))
      .map(({ id }) => id)

  const askIds = () => {
    const query = {
      ...{ filter: filterOf(view.value, person.staff), kind: kind.value, words: words.value },
      ...{ handler: handler.value, order: order.value, placesOf },
      places: place.value ? within(place.value) : null,
      now: view.value === 'overdue' ? tickets.minute : 0,
    }
    return async () => {
      const found = await ticketIds(database, query)
      isRead.value = true
      return found
    }
  }
  const ids = useLive<readonly TicketId[]>(askIds, [], (ask) =>
    observeTable(database, 'tickets', ask),
  )

  /** Only what a table shows is read; more when its end is reached. */
  const reach = ref(STRIDE)
  const rows = useLive<readonly Ticket[]>(() => {
    const near = ids.value.slice(0, reach.value)
    return () => ticketsOf(database, near)
  }, [])
  const hasMore = computed(() => ids.value.length > reach.value)
  const showMore = () => {
    reach.value += STRIDE
  }

  return {
    ...{ view, usual, kind, handler, place, words, order, shape },
    ...{ ids, isRead, rows, hasMore, showMore, stood, placesOf },
  }
})
