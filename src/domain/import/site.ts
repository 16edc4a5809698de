import { failed, ok, type Result } from '../result'
import type { Place, PlaceId } from '../place'
import type { Address, Wrong } from './address'
import { placeKey, type ImportGround } from './ground'
import type { ImportLine } from './line'

export type SiteFault = 'new-building' | 'which-zone' | 'which-entrance'

/** [IM10] A building of the file that is not here: it is laid once somebody says that it is one. */
export interface NewBuilding {
  readonly key: string
  readonly label: string
  readonly zone: string
  readonly homes: number
  readonly isAccepted: boolean
}

export interface Site {
  readonly building: Place
  /** What the home lies in directly: its entrance, or the building. */
  readonly within: PlaceId
}

const labelOf = (said: string, suffix: string): string =>
  /^\d+$/.test(said) ? `${String(Number(said))}${suffix}` : said

const columnSaying = ({ said }: ImportLine, own: 'zone' | 'building' | 'entrance') =>
  said[own] ? own : said.address ? 'address' : said.door && !said.building ? 'door' : own

/** Finds where a home lies, and lays what is not here yet. */
export class SiteFinder {
  readonly #news = new Map<string, { label: string; zone: string; homes: number }>()

  constructor(
    private readonly ground: ImportGround,
    private readonly isAccepted: (key: string) => boolean,
  ) {}

  get newBuildings(): readonly NewBuilding[] {
    return [...this.#news].map(([key, each]) => ({
      ...{ key, ...each, isAccepted: this.isAccepted(key) },
    }))
  }

  /** Whether it may be laid is asked before anything of it is. */
  #building(address: Address, line: ImportLine): Result<Place, Wrong<SiteFault>> {
    const { ground } = this
    const zones = address.zone ? ground.called('zone', address.zone) : []
    const [zone] = zones
    const known = ground
      .called('building', address.building)
      .filter(({ within }) => !zone || within === zone.id)
    const [only, other] = known
    if (other) return failed({ column: columnSaying(line, 'building'), kind: 'which-zone' })
    const key = `${placeKey(address.zone)}/${placeKey(address.building)}`
    const fresh = this.#news.get(key)
    if (only && !fresh) return ok(only)
    const label = labelOf(address.building, '栋')
    const zoneLabel = address.zone ? labelOf(address.zone, '期') : ''
    this.#news.set(key, fresh ?? { label, zone: zone?.label ?? zoneLabel, homes: 0 })
    if (!this.isAccepted(key))
      return failed({ column: columnSaying(line, 'building'), kind: 'new-building' })
    if (only) return ok(only)
    const inZone = zone ?? (zoneLabel ? ground.lay('zone', null, zoneLabel) : null)
    return ok(ground.lay('building', inZone?.id ?? null, label))
  }

  #entrance(
    building: Place,
    address: Address,
    line: ImportLine,
  ): Result<PlaceId, Wrong<SiteFault>> {
    const { ground } = this
    const entrances = ground.inside(building.id, 'entrance')
    if (address.entrance) {
      const key = placeKey(address.entrance)
      const found = entrances.find(({ label }) => placeKey(label) === key)
      const label = labelOf(address.entrance, '单元')
      return ok((found ?? ground.lay('entrance', building.id, label)).id)
    }
    if (entrances.length === 0 || ground.unit(building.id, address.level, address.door))
      return ok(building.id)
    const having = entrances.filter(({ id }) => ground.unit(id, address.level, address.door))
    const [one] = having.length > 0 ? having : entrances
    const isOne = having.length === 1 || (having.length === 0 && entrances.length === 1)
    // A shop or a garage lies in the building itself, whatever entrances it has.
    if (having.length === 0 && address.use && address.use !== 'dwelling') return ok(building.id)
    return one && isOne
      ? ok(one.id)
      : failed({ column: columnSaying(line, 'entrance'), kind: 'which-entrance' })
  }

  find(address: Address, line: ImportLine): Result<Site, Wrong<SiteFault>> {
    const building = this.#building(address, line)
    const key = `${placeKey(address.zone)}/${placeKey(address.building)}`
    const fresh = this.#news.get(key)
    if (fresh) fresh.homes += 1
    if (!building.ok) return building
    const within = this.#entrance(building.value, address, line)
    return within.ok ? ok({ building: building.value, within: within.value }) : within
  }
}
