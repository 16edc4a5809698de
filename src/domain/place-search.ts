import type { Place, PlaceId } from './place'
import { pathOf } from './place-path'
import { numeralsOf, piecesOf, plainName, type Numeral } from './place-name'

/** A place made ready to be looked for. */
export interface FindablePlace {
  readonly place: Place
  readonly numerals: readonly Numeral[]
  /** Its own numbers are the last ones of its path. */
  readonly own: number
  readonly name: string
  readonly ownName: string
}

/** Places in the order people walk them: within what they lie in, by their own order. */
export const findablePlaces = (places: readonly Place[]): readonly FindablePlace[] => {
  const byId = new Map(places.map((place) => [place.id, place]))
  const numeralsById = new Map(places.map((place) => [place.id, numeralsOf(place)]))
  const parent = (id: PlaceId) => byId.get(id)
  return places
    .map((place) => {
      const path = pathOf(place, parent)
      const name = plainName(path.map(({ label }) => label).join(''))
      const numerals = path.flatMap(({ id }) => numeralsById.get(id) ?? [])
      const own = numeralsById.get(place.id)?.length ?? 0
      const steps = path.map(({ order }) => order)
      return { place, numerals, own, name, ownName: plainName(place.label), steps }
    })
    .sort((a, b) => compareSteps(a.steps, b.steps))
}

const compareSteps = (one: readonly number[], other: readonly number[]): number => {
  for (let at = 0; at < Math.max(one.length, other.length); at += 1) {
    const [here, there] = [one[at], other[at]]
    if (here === undefined || there === undefined) return here === undefined ? -1 : 1
    if (here !== there) return here - there
  }
  return 0
}

/** A bare number is never a zone's: 1-2-501 begins with the building. */
const isCounted = ({ counts }: Numeral, held: Numeral): boolean => {
  if (counts.includes('any')) return !held.counts.includes('zone')
  return held.counts.includes('any') || counts.some((each) => held.counts.includes(each))
}

const isSame = (said: Numeral, held: Numeral, isBegun: boolean): boolean => {
  if (!isCounted(said, held)) return false
  if (said.value === held.value) return true
  return isBegun && said.value > 0 && String(held.value).startsWith(String(said.value))
}

/** What is counted against a place when the words say nothing of its own. */
const BESIDE = 8
/** A number the writer did not care to say: the zone, or the only entrance. */
const PASSED_OVER = 0.25

/** Which number of the path is meant, after those meant already; -1 where none is. */
const numberMeant = (
  { numerals }: FindablePlace,
  said: Numeral,
  after: number,
  isBegun: boolean,
): number => numerals.findIndex((held, at) => at > after && isSame(said, held, isBegun))

/** How far the place is from what was said: 0 is the very place; null is another one altogether. */
const distanceOf = (
  findable: FindablePlace,
  said: readonly (Numeral | string)[],
  isBegun: boolean,
): number | null => {
  const { numerals, own, name, ownName } = findable
  let meant = -1
  let distance = 0
  let isOwn = false
  for (const [index, piece] of said.entries()) {
    if (typeof piece === 'string') {
      if (!name.includes(piece)) return null
      isOwn ||= ownName.includes(piece)
      continue
    }
    const at = numberMeant(findable, piece, meant, isBegun && index === said.length - 1)
    if (at < 0) return null
    distance += (at - meant - 1) * PASSED_OVER + (numerals[at]?.value === piece.value ? 0 : 1)
    isOwn ||= at >= numerals.length - own
    meant = at
  }
  return distance + (isOwn ? 0 : BESIDE) + (numerals.length - 1 - meant)
}

/**
 * [PL1] Whatever way a place is written: 3-2-501, 3栋2单元501, 三栋, 12-501 where there is one entrance,
 * B1 and 负一层. Nearest first, then in the order people walk.
 */
export const searchPlaces = (places: readonly FindablePlace[], words: string): readonly Place[] => {
  const said = piecesOf(words)
  if (said.length === 0) return []
  const isBegun = /\d\s*$/u.test(plainName(words))
  return places
    .flatMap((findable, order) => {
      const distance = distanceOf(findable, said, isBegun)
      return distance === null ? [] : [{ place: findable.place, distance, order }]
    })
    .sort((a, b) => a.distance - b.distance || a.order - b.order)
    .map(({ place }) => place)
}
