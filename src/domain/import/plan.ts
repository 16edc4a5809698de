import type { CommunityId } from '../community'
import type { ImportId, NameId } from '../id'
import type { Unit } from '../home/matrix'
import type { OwnerFile } from '../owner/owner-file'
import type { Place, PlaceId } from '../place'
import { isSame } from '../same'
import { addressOf, type AddressFault, type Wrong } from './address'
import { ImportGround } from './ground'
import type { ImportLine } from './line'
import type { FileAct } from './file-act'
import { ImportRegister } from './register'
import { residentsOf, type Resident, type ResidentFault } from './resident'
import { SiteFinder, type NewBuilding, type SiteFault } from './site'
import { unitSaid, type UnitFault } from './unit-said'

export type ImportFault =
  AddressFault | SiteFault | ResidentFault | UnitFault | 'doubled' | 'doubled-person' | 'differs'

/** What becomes of a row: taken in as new, as a change, not at all since it is known, or not yet. */
export type RowFate = 'bad' | 'new' | 'changed' | 'same' | 'waits'

export interface JudgedRow {
  readonly row: number
  readonly fate: RowFate
  readonly faults: readonly Wrong<ImportFault>[]
}

export interface ImportAsked {
  readonly lines: readonly ImportLine[]
  readonly places: readonly Place[]
  readonly files: readonly OwnerFile[]
  readonly community: CommunityId
  readonly importId: ImportId
  readonly nameId: NameId
  readonly purpose: string
  /** [IM10] */
  readonly isAccepted: (building: string) => boolean
  /** [IM13] Whether the people of a building may be written down by whoever imports. */
  readonly holds: (building: PlaceId) => boolean
}

export interface ImportPlan {
  readonly rows: readonly JudgedRow[]
  readonly newBuildings: readonly NewBuilding[]
  readonly laid: readonly Place[]
  readonly amended: readonly Unit[]
  readonly fileActs: readonly FileAct[]
  /** [IM13] Buildings whose people wait until somebody gives them. */
  readonly notHeld: readonly Place[]
}

interface Seen {
  readonly unit: Unit
  readonly people: Set<string>
  /** Rows for it that name nobody. */
  bare: number
}

/** A lessee says more than an owner, and anybody more than nobody. */
const GUESSES: readonly Unit['occupancy'][] = ['vacant', 'owner', 'let']

const nameKey = (name: string): string => name.toLowerCase().replace(/[\s·.]/gu, '')

/** Who is named twice in one row: owner and lessee of the same home. */
const twice = ({ said }: ImportLine, people: readonly Resident[]): Wrong<ImportFault> | null => {
  const names = people.map(({ name }) => nameKey(name))
  if (new Set(names).size === names.length) return null
  return { column: said.lesseeName ? 'lesseeName' : 'name', kind: 'doubled-person' }
}

/** Rows one after the other, each on what those before left. */
class Planning {
  readonly rows: JudgedRow[] = []
  readonly notHeld = new Map<PlaceId, Place>()
  readonly ground: ImportGround
  readonly sites: SiteFinder
  readonly #seen = new Map<PlaceId, Seen>()
  readonly #fresh = new Set<PlaceId>()
  readonly #guessed = new Set<PlaceId>()
  readonly #people: { unit: Unit; building: Place; people: readonly Resident[]; at: number }[] = []

  constructor(private readonly asked: ImportAsked) {
    this.ground = new ImportGround(asked.community, asked.places, asked.nameId)
    this.sites = new SiteFinder(this.ground, asked.isAccepted)
  }

  line(line: ImportLine): void {
    const { people, faults: wrongPeople } = residentsOf(line)
    const told = unitSaid(line, people)
    const address = addressOf(line)
    const faults: Wrong<ImportFault>[] = [...wrongPeople, ...told.faults]
    if (!address.ok) faults.unshift(address.error)
    // A row with a fault of its own lays nothing.
    const site = address.ok && faults.length === 0 ? this.sites.find(address.value, line) : null
    if (site && !site.ok) faults.unshift(site.error)
    if (!address.ok || !site?.ok) {
      this.#judge(line, 'bad', faults)
      return
    }
    const { within, building } = site.value
    const { level, door, use } = address.value
    const held = this.ground.unit(within, level, door)
    const seen = held && this.#seen.get(held.id)
    const doubled = twice(line, people) ?? (seen && this.#doubled(seen, line, told.said, people))
    if (doubled) {
      this.#judge(line, 'bad', [doubled])
      return
    }
    const unit = held
      ? told.meant(this.#guessedAnew(held, told.guessed))
      : this.ground.layUnit(within, told.fresh({ level, door, label: door, use }))
    if (!held) this.#fresh.add(unit.id)
    if (!held && !told.said.occupancy) this.#guessed.add(unit.id)
    const isChanged = !!held && !isSame(held, unit)
    if (isChanged) this.ground.amended.set(unit.id, unit)
    this.#note(unit, people)
    const isKnown = held && !this.#fresh.has(held.id)
    this.#judge(line, !held ? 'new' : isKnown && isChanged ? 'changed' : 'same', [])
    if (people.length > 0) this.#people.push({ unit, building, people, at: this.rows.length - 1 })
  }

  /** [IM14] A guess made here gives way to what a later row tells of the same home. */
  #guessedAnew(held: Unit, guess: Unit['occupancy']): Unit {
    const isStronger = GUESSES.indexOf(guess) > GUESSES.indexOf(held.occupancy)
    return this.#guessed.has(held.id) && isStronger ? { ...held, occupancy: guess } : held
  }

  #judge({ row }: ImportLine, fate: RowFate, faults: readonly Wrong<ImportFault>[]): void {
    this.rows.push({ row, fate, faults })
  }

  #note(unit: Unit, people: readonly Resident[]): void {
    const seen = this.#seen.get(unit.id) ?? { unit, people: new Set<string>(), bare: 0 }
    for (const { name } of people) seen.people.add(nameKey(name))
    if (people.length === 0) seen.bare += 1
    this.#seen.set(unit.id, { ...seen, unit })
  }

  /** [IM11] One home may have a row for each of its people, and no more. */
  #doubled(
    seen: Seen,
    { said }: ImportLine,
    meant: Partial<Unit>,
    people: readonly Resident[],
  ): Wrong<ImportFault> | null {
    const column = said.address && !said.building ? 'address' : 'door'
    if (people.length === 0) return { column, kind: 'doubled' }
    if (people.some(({ name }) => seen.people.has(nameKey(name))))
      return { column: said.name ? 'name' : 'lesseeName', kind: 'doubled-person' }
    const differing = (['area', 'use'] as const).find(
      (name) => meant[name] && seen.unit[name] && seen.unit[name] !== meant[name],
    )
    return differing ? { column: differing, kind: 'differs' } : null
  }

  /** People come after all places: by then it is known who else the file names for a home. */
  register(): ImportRegister {
    const { files, holds } = this.asked
    const register = new ImportRegister(files, this.asked)
    for (const { unit, building, people, at } of this.#people) {
      const row = this.rows[at]
      if (!row) continue
      if (!holds(building.id)) {
        this.notHeld.set(building.id, building)
        this.rows[at] = { ...row, fate: 'waits' }
        continue
      }
      const names = this.#seen.get(unit.id)?.people ?? new Set<string>()
      const fates = people.map((each) => register.take(unit.id, building.id, each, names))
      const fate =
        row.fate === 'same' ? (fates.find((each) => each !== 'same') ?? 'same') : row.fate
      this.rows[at] = { ...row, fate }
    }
    return register
  }
}

/** [IM1] What taking a file in would do, row by row; asked again it gives the same. */
export const planImport = (asked: ImportAsked): ImportPlan => {
  const planning = new Planning(asked)
  for (const line of asked.lines) planning.line(line)
  const register = planning.register()
  const { rows, ground, sites, notHeld } = planning
  const laid = ground.laid.map((place) =>
    place.kind === 'unit' ? (ground.amended.get(place.id) ?? place) : place,
  )
  const isLaid = new Set(laid.map(({ id }) => id))
  return {
    ...{ rows, newBuildings: sites.newBuildings, laid, fileActs: register.acts },
    amended: [...ground.amended.values()].filter(({ id }) => !isLaid.has(id)),
    notHeld: [...notHeld.values()],
  }
}
