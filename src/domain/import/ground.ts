import { doorOnLevel } from '../door'
import type { CommunityId } from '../community'
import type { NameId } from '../id'
import type { Unit } from '../home/matrix'
import type { Place, PlaceId } from '../place'
import { plainName } from '../place-name'

const ENDS = /(?:号楼|单元|[期区栋幢座门梯楼#号室户房])+$/u

/** By which a place is known among its neighbours: 三栋, 3栋, 03# and 3 are one. */
export const placeKey = (label: string): string =>
  plainName(label)
    .replace(/[\s\-—–/·.]/gu, '')
    .replace(ENDS, '')
    .replace(/^0+(?=\d)/, '')

const doorKey = (door: string): string =>
  plainName(door)
    .replace(/\s/gu, '')
    .replace(/[室房户号]$/u, '')
const spotKey = (unit: { level: number; door: string }): string =>
  `${String(unit.level)}/${doorKey(doorOnLevel(unit))}`

type Laid = Exclude<Place['kind'], 'area' | 'unit'>
export type UnitSaid = Omit<Unit, 'id' | 'community' | 'within' | 'order' | 'kind'>

/** The places of a community as an import finds them, and as it leaves them. */
export class ImportGround {
  readonly laid: Place[] = []
  readonly amended = new Map<PlaceId, Unit>()
  readonly #byKey = new Map<string, Place[]>()
  readonly #inside = new Map<string, Place[]>()
  readonly #units = new Map<string, Unit>()
  #order = 0

  constructor(
    private readonly community: CommunityId,
    places: readonly Place[],
    private readonly nameId: NameId,
  ) {
    for (const place of places) if (!place.withdrawn) this.#keep(place)
  }

  #keep(place: Place): void {
    this.#order = Math.max(this.#order, place.kind === 'unit' ? 0 : place.order)
    if (place.kind === 'unit') {
      const begin = place.within ?? ''
      // Of two under one number the first keeps it.
      for (const key of [`d/${doorKey(place.label)}`, `s/${spotKey(place)}`])
        if (!this.#units.has(`${begin}/${key}`)) this.#units.set(`${begin}/${key}`, place)
      return
    }
    const push = (map: Map<string, Place[]>, key: string) =>
      map.set(key, [...(map.get(key) ?? []), place])
    push(this.#byKey, `${place.kind}/${placeKey(place.label)}`)
    push(this.#inside, `${place.kind}/${place.within ?? ''}`)
  }

  /** Those of a kind that lie there. */
  inside(within: PlaceId, kind: Laid): readonly Place[] {
    return this.#inside.get(`${kind}/${within}`) ?? []
  }

  /** Those of a kind that are called so, wherever they lie. */
  called(kind: Laid, label: string): readonly Place[] {
    return this.#byKey.get(`${kind}/${placeKey(label)}`) ?? []
  }

  unit(within: PlaceId, level: number, door: string): Unit | undefined {
    const found =
      this.#units.get(`${within}/s/${spotKey({ level, door })}`) ??
      this.#units.get(`${within}/d/${doorKey(door)}`)
    return found && (this.amended.get(found.id) ?? found)
  }

  /** [IM9] The same place has the same id whoever lays it, so that two who lay it lay one. */
  #idOf(within: PlaceId | null, kind: Place['kind'], key: string): PlaceId {
    return this.nameId(within ?? this.community, `import/${kind}/${key}`) as PlaceId
  }

  lay(kind: Laid, within: PlaceId | null, label: string): Place {
    const key = placeKey(label)
    const order = /^\d{1,6}$/.test(key) ? Number(key) : this.#order + 1
    const id = this.#idOf(within, kind, key)
    const place: Place = { id, community: this.community, within, label, order, kind }
    this.#keep(place)
    this.laid.push(place)
    return place
  }

  layUnit(within: PlaceId, unit: UnitSaid): Unit {
    const id = this.#idOf(within, 'unit', `${spotKey(unit)}/${doorKey(unit.label)}`)
    const digits = Number(/\d{1,9}/.exec(doorOnLevel(unit))?.[0] ?? 0) % 100
    const order = unit.level * 100 + digits
    const whole: Unit = { id, community: this.community, within, order, kind: 'unit', ...unit }
    this.#keep(whole)
    this.laid.push(whole)
    return whole
  }
}
