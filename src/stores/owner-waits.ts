import { computed } from 'vue'
import { mayAct } from '../domain/permission'
import type { PlaceId } from '../domain/place'
import type { TicketActOf } from '../domain/ticket/act'
import { useEstate } from './estate'
import { useNextWordTimes } from './next-word-times'
import { usePhone } from './phone'

/** An owner who stands there and waits to hear, as it stands on the screen. */
export interface OwnerWaits {
  readonly home: PlaceId | null
  /** [TK25] Roughly when they hear; empty where no time was said. */
  readonly nextWord: string
}
export const NOBODY_WAITS: OwnerWaits = { home: null, nextWord: '' }

const useMayTell = (): boolean => mayAct(usePhone().person.roles, 'Ticket', 'tellOwner')

/** [TK25] What was said to an owner of a matter just found, as acts on its ticket. */
export const useOwnerTold = () => {
  const mayTell = useMayTell()
  /** No time said, or not theirs to say: the home alone stands on the ticket. */
  return ({ home, nextWord }: OwnerWaits): readonly TicketActOf<'tellOwner'>[] => {
    if (home === null || !nextWord || !mayTell) return []
    const said = { channel: 'door', reached: true, words: '' } as const
    return [{ act: 'tellOwner', ...said, nextWordAt: Number(nextWord) }]
  }
}

/** What the part needs that asks who waits, and until when: homes of the community the matter lies in. */
export const useOwnerAsked = (at: () => PlaceId | null) => {
  const { tick } = usePhone()
  const estate = useEstate()
  const times = useMayTell() ? useNextWordTimes() : []
  const places = computed(() => {
    const there = estate.placeById.get(at() as PlaceId)?.community
    return estate.places.filter(
      ({ kind, community }) => kind !== 'area' && (!there || community === there),
    )
  })
  return computed(() => ({
    ...{ places: places.value, times },
    ...{ nameOf: estate.placeName, now: tick.value, zone: estate.zone },
  }))
}
