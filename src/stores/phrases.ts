import { computed, shallowRef } from 'vue'
import { frequentPhrases, linesOf, type Written } from '../domain/frequent-phrase'
import { DAY } from '../domain/instant'
import type { PlaceId } from '../domain/place'
import type { Ticket } from '../domain/ticket/ticket'
import { hidePhrase, hiddenPhrases, showPhrases } from '../storage/hidden-phrase'
import { useEstate } from './estate'
import { useLive } from './live'
import { usePhone } from './phone'

const SINCE = 90 * DAY
/** The newest of them are enough to know how people write here. */
const MOST = 300

/** [TK23] Ready words for what was seen at a place: the community's, and what its people write. */
export const usePhrases = (place: () => PlaceId | null) => {
  const { database, now } = usePhone()
  const estate = useEstate()
  const tickets = shallowRef<readonly Ticket[]>([])
  const hidden = useLive<readonly string[]>(() => () => hiddenPhrases(database), [])
  const kindOf = (id: PlaceId | null) => (id ? (estate.placeById.get(id)?.kind ?? null) : null)

  /** Read once, when the page stands already; nothing waits for it. */
  const load = async () => {
    const since = now() - SINCE
    const newest = await database.tickets
      .where('receivedAt')
      .above(since)
      .reverse()
      .limit(MOST)
      .toArray()
    tickets.value = newest.map(({ record }) => record)
  }

  const written = computed<readonly Written[]>(() =>
    tickets.value
      .filter((ticket) => ticket.community === estate.community?.id)
      .map((ticket) => ({
        lines: linesOf(ticket, estate.placeName(ticket.place)),
        at: kindOf(ticket.place),
      })),
  )
  const phrases = computed(() =>
    frequentPhrases(written.value, kindOf(place()), estate.community?.phrases ?? [], hidden.value),
  )
  return {
    ...{ load, phrases },
    hasHidden: computed(() => hidden.value.length > 0),
    hide: (phrase: string) => hidePhrase(database, phrase),
    showAll: () => showPhrases(database),
  }
}
