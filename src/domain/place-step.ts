import type { Place, PlaceId } from './place'

/** Places side by side: those of a zone under its name, common areas under their level. */
export interface PlaceGroup {
  readonly under:
    | { readonly kind: 'zone'; readonly label: string }
    | { readonly kind: 'level'; readonly level: number }
    | null
  readonly places: readonly Place[]
}

const byOrder = (one: Place, other: Place) => one.order - other.order
const levelOf = (place: Place): number | null => (place.kind === 'area' ? place.level : null)

/** One level after the other, the ground first, then upwards, then below. */
const byLevel = (one: number, other: number): number =>
  one < 0 === other < 0 ? Math.abs(one) - Math.abs(other) : other - one

/** [PL2] The next step of choosing a place by going in: building, entrance, then areas by level. */
export const placeStep = (
  places: readonly Place[],
  within: PlaceId | null,
): readonly PlaceGroup[] => {
  const inside = (id: PlaceId | null) => places.filter((each) => each.within === id).sort(byOrder)
  const here = inside(within)
  const zones = here.filter(({ kind }) => kind === 'zone')
  const rest = here.filter(({ kind }) => kind !== 'zone')
  const levels = [...new Set(rest.map(levelOf))].filter((level) => level !== null).sort(byLevel)
  const plain = rest.filter((place) => levelOf(place) === null)
  const groups: readonly PlaceGroup[] = [
    ...zones.map((zone) => ({
      under: { kind: 'zone' as const, label: zone.label },
      places: [zone, ...inside(zone.id)],
    })),
    { under: null, places: plain },
    ...levels.map((level) => ({
      under: { kind: 'level' as const, level },
      places: rest.filter((place) => levelOf(place) === level),
    })),
  ]
  return groups.filter((group) => group.places.length > 0)
}
