import { computed } from 'vue'
import { BOARD_WAYS, type BoardWay } from '../domain/ticket/board'
import { TICKET_KINDS } from '../domain/ticket/ticket'
import type { SavedFilter } from '../storage/saved-filter-item'
import { TICKET_VIEWS } from './ticket'
import { TICKET_ORDERS, TICKET_SHAPES, useTicketList } from './ticket-list'

/** How tickets are looked at, apart from the name somebody gave it. */
export type TicketLook = Omit<SavedFilter, 'id' | 'name'>

const oneOf = <Value extends string>(all: readonly Value[], value: string | null): Value | null =>
  all.find((each) => each === value) ?? null

/** [DK5] The list of tickets as one thing that can be named, kept, put in an address and put back. */
export const useTicketLook = () => {
  const list = useTicketList()
  const look = computed<TicketLook>(() => ({
    ...{ view: list.view, kind: list.kind, handler: list.handler, place: list.place },
    ...{ words: list.words.trim(), order: list.order, shape: list.shape },
  }))
  /** What an app of another day wrote and this one does not know is left out. */
  const show = (next: TicketLook): void => {
    list.view = oneOf(TICKET_VIEWS, next.view) ?? list.usual
    list.kind = oneOf(TICKET_KINDS, next.kind)
    list.handler = next.handler as typeof list.handler
    list.place = next.place as typeof list.place
    list.words = next.words
    const by = oneOf(TICKET_ORDERS, next.order?.by ?? null)
    list.order = by ? { by, isDown: next.order?.isDown ?? false } : null
    list.shape = oneOf(TICKET_SHAPES, next.shape) ?? 'list'
  }
  const way = computed<BoardWay>(() => oneOf(BOARD_WAYS, list.shape) ?? 'status')
  return { look, show, way }
}

export const isSameLook = (one: TicketLook, other: TicketLook): boolean =>
  one.view === other.view &&
  one.kind === other.kind &&
  one.handler === other.handler &&
  one.place === other.place &&
  one.words === other.words &&
  one.shape === other.shape &&
  one.order?.by === other.order?.by &&
  one.order?.isDown === other.order?.isDown
