import { doorOnLevel } from '../door'
import type { Place, PlaceId } from '../place'

export type Unit = Extract<Place, { kind: 'unit' }>

/** One entrance of a building, or the building itself where homes lie in it without one. */
export interface Wing {
  readonly id: PlaceId
  /** Empty where the homes lie in the building without an entrance. */
  readonly label: string
  /** The doors across, left to right, without their level. */
  readonly doors: readonly string[]
}

export interface MatrixRow {
  readonly level: number
  /** One for each door of each wing, in their order; null where there is no home. */
  readonly cells: readonly (Unit | null)[]
}

/** [HM1] A building drawn as it is (房态图): levels down, doors across. */
export interface Matrix {
  readonly wings: readonly Wing[]
  readonly rows: readonly MatrixRow[]
}

/** Made once: made anew for each comparison it is a hundred times slower. */
const { compare: byNumber } = new Intl.Collator('zh-CN', { numeric: true })

const inOrder = (a: Place, b: Place): number => a.order - b.order || byNumber(a.label, b.label)

/** The homes of a level behind one door: two where two were laid, neither hides the other. */
const spot = (level: number, door: string): string => `${String(level)}/${door}`

const groupOf = <Key>(units: readonly Unit[], keyOf: (unit: Unit) => Key): Map<Key, Unit[]> => {
  const groups = new Map<Key, Unit[]>()
  for (const unit of units) {
    const key = keyOf(unit)
    groups.set(key, [...(groups.get(key) ?? []), unit])
  }
  return groups
}

interface WingColumns {
  readonly wing: Wing
  readonly cellsAt: (level: number) => readonly (Unit | null)[]
}

const columnsOf = (place: Place, label: string, units: readonly Unit[]): WingColumns => {
  const spots = groupOf(units, (unit) => spot(unit.level, doorOnLevel(unit)))
  const widths = new Map<string, number>()
  for (const held of spots.values()) {
    const door = held[0] ? doorOnLevel(held[0]) : ''
    widths.set(door, Math.max(widths.get(door) ?? 0, held.length))
  }
  const columns = [...widths.keys()]
    .sort(byNumber)
    .flatMap((door) => Array.from({ length: widths.get(door) ?? 0 }, (_, nth) => ({ door, nth })))
  return {
    wing: { id: place.id, label, doors: columns.map(({ door }) => door) },
    cellsAt: (level) => columns.map(({ door, nth }) => spots.get(spot(level, door))?.[nth] ?? null),
  }
}

const isUnit = (place: Place): place is Unit => place.kind === 'unit'

/** What lies directly in each place; worked out once for all buildings of an estate. */
export type Within = ReadonlyMap<PlaceId | null, readonly Place[]>

export const placesWithin = (places: readonly Place[]): Within => {
  const found = new Map<PlaceId | null, Place[]>()
  for (const place of places) {
    const beside = found.get(place.within)
    if (beside) beside.push(place)
    else found.set(place.within, [place])
  }
  return found
}

/** [HM1] Levels nobody lives on are not drawn, nor is a door a level has not. */
export const matrixOf = (building: Place, within: Within): Matrix => {
  const inside = within.get(building.id) ?? []
  const entrances = inside.filter(({ kind }) => kind === 'entrance').sort(inOrder)
  const columns = [
    ...entrances.map((entrance) => ({ place: entrance, label: entrance.label })),
    { place: building, label: '' },
  ].map(({ place, label }) => {
    const units = (within.get(place.id) ?? []).filter(isUnit).sort(inOrder)
    return { units, ...columnsOf(place, label, units) }
  })
  const drawn = columns.filter(({ wing }) => wing.doors.length > 0)
  const levels = new Set(drawn.flatMap(({ units }) => units.map(({ level }) => level)))
  return {
    wings: drawn.map(({ wing }) => wing),
    rows: [...levels]
      .sort((a, b) => b - a)
      .map((level) => ({ level, cells: drawn.flatMap(({ cellsAt }) => cellsAt(level)) })),
  }
}

/** Its homes as one walks them: from the top down, entrance by entrance. */
export const homesOf = ({ rows, wings }: Matrix): readonly Unit[] => {
  const starts = wings.reduce<readonly number[]>(
    (all, { doors }) => [...all, (all.at(-1) ?? 0) + doors.length],
    [0],
  )
  return wings.flatMap((_, index) =>
    rows.flatMap(({ cells }) =>
      cells.slice(starts[index], starts[index + 1]).flatMap((unit) => unit ?? []),
    ),
  )
}
