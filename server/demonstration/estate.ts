import type { CommunityId } from '../../src/domain/community'
import type { CalendarDay } from '../../src/domain/calendar-day'
import type { FacilityActOf } from '../../src/domain/facility/act'
import type { Place, PlaceId } from '../../src/domain/place'
import type { Served } from '../../src/domain/serve/served'
import type { Chance } from './chance'
import { facilityFacts } from './facility-facts'

type MakeId = <Id extends string>(name: string) => Id

interface BuildingShape {
  readonly number: number
  readonly zone: 1 | 2
  readonly entrances: number
  readonly levels: number
  readonly doors: number
}

/** 一期 is older and lower, 二期 newer and taller: about 650 homes together. */
export const BUILDINGS: readonly BuildingShape[] = [
  { number: 1, zone: 1, entrances: 3, levels: 11, doors: 2 },
  { number: 2, zone: 1, entrances: 3, levels: 11, doors: 2 },
  { number: 3, zone: 1, entrances: 2, levels: 18, doors: 2 },
  { number: 4, zone: 1, entrances: 2, levels: 18, doors: 2 },
  { number: 5, zone: 2, entrances: 2, levels: 22, doors: 3 },
  { number: 6, zone: 2, entrances: 2, levels: 18, doors: 3 },
  { number: 7, zone: 2, entrances: 2, levels: 11, doors: 4 },
  { number: 8, zone: 2, entrances: 2, levels: 11, doors: 4 },
]

type Facility = FacilityActOf<'install'>['facility']

export interface Estate {
  readonly places: readonly Place[]
  readonly facilities: readonly Facility[]
}

/** Lays out places and facilities; ids follow from names, so the same estate is the same everywhere. */
export class EstateBuilder {
  readonly places: Place[] = []
  readonly facilities: Facility[] = []

  constructor(
    private readonly community: CommunityId,
    private readonly makeId: MakeId,
    private readonly chance: Chance,
    /** The day it is shown on: what is due follows from it. */
    private readonly today: CalendarDay,
  ) {}

  placeId(name: string): PlaceId {
    return this.makeId<PlaceId>(`place ${name}`)
  }

  build(): Estate {
    this.#zone('一期', 1)
    this.#zone('二期', 2)
    for (const shape of BUILDINGS) this.#building(shape)
    this.#grounds()
    return { places: this.places, facilities: this.facilities }
  }

  #zone(label: string, order: number): void {
    const id = this.placeId(label)
    this.places.push({ id, community: this.community, within: null, label, order, kind: 'zone' })
  }

  #area(name: string, label: string, within: string, level: number | null): PlaceId {
    const id = this.placeId(name)
    const place = { id, community: this.community, within: this.placeId(within), label, level }
    this.places.push({ ...place, order: this.places.length, kind: 'area' })
    return id
  }

  #facility(
    name: string,
    system: Facility['system'],
    place: PlaceId,
    maker = '',
    model = '',
    serves?: readonly Served[],
  ): void {
    this.facilities.push({
      ...(serves && { serves }),
      id: this.#facilityId(name),
      ...{ community: this.community, place, name, system, maker, model, state: 'inUse' },
      ...facilityFacts(name, system, this.today),
    })
  }

  #facilityId(name: string): Facility['id'] {
    return this.makeId<Facility['id']>(`facility ${name}`)
  }

  #at(name: string, from: number | null = null, to: number | null = null): Served {
    return { kind: 'place', place: this.placeId(name), from, to }
  }

  #feeds(...names: readonly string[]): readonly Served[] {
    return names.map((name) => ({ kind: 'facility', facility: this.#facilityId(name) }))
  }

  #building(shape: BuildingShape): void {
    const label = `${shape.number}栋`
    const base = { community: this.community, order: shape.number }
    const within = this.placeId(shape.zone === 1 ? '一期' : '二期')
    this.places.push({ id: this.placeId(label), ...base, within, label, kind: 'building' })
    const lobby = this.#area(`${label}大堂`, '大堂', label, 1)
    this.#area(`${label}屋面`, '屋面', label, shape.levels + 1)
    this.#facility(`${label}单元门禁`, 'access', lobby, '狄耐克', 'AB-6A')
    this.#facility(`${label}楼道照明`, 'lighting', lobby, '欧普', '')
    this.#facility(`${label}首层消火栓箱`, 'fire', lobby, '沱雨消防', 'SG24A65')
    const cellar = this.#area(`${label}B1`, 'B1 设备间', label, -1)
    this.#facility(`${label}配电箱`, 'power', cellar, '正泰', 'XL-21', [this.#at(label)])
    for (let number = 1; number <= shape.entrances; number += 1)
      this.#entrance(shape, label, number)
  }

  #entrance(shape: BuildingShape, building: string, number: number): void {
    const name = `${building}${number}单元`
    const id = this.placeId(name)
    const base = { community: this.community, order: number }
    const within = this.placeId(building)
    this.places.push({ id, ...base, within, label: `${number}单元`, kind: 'entrance' })
    this.#facility(`${name}电梯`, 'lift', id, '通力', 'MonoSpace', [this.#at(name)])
    for (let level = 1; level <= shape.levels; level += 1)
      for (let door = 1; door <= shape.doors; door += 1) this.#unit(name, id, level, door)
  }

  #unit(entrance: string, within: PlaceId, level: number, door: number): void {
    const number = `${level}${String(door).padStart(2, '0')}`
    const luck = this.chance.next()
    this.places.push({
      id: this.placeId(`${entrance}${number}`),
      community: this.community,
      ...{ within, label: number, order: level * 100 + door, kind: 'unit', level, door: number },
      occupancy: luck < 0.13 ? 'vacant' : luck < 0.34 ? 'let' : 'owner',
    })
  }

  #grounds(): void {
    const pump = this.#area('3栋B1消防泵房', 'B1 消防泵房', '3栋', -1)
    for (const name of ['1号消火栓泵', '2号消火栓泵', '1号喷淋泵', '稳压泵'])
      this.#facility(name, 'fire', pump, '凯泉', 'XBD')
    const water = this.#area('5栋B1生活水泵房', 'B1 生活水泵房', '5栋', -1)
    const low = ['一期', '二期'].map((zone) => this.#at(zone, null, 10))
    const high = ['一期', '二期'].map((zone) => this.#at(zone, 11))
    this.#facility('1号变频泵', 'waterSupply', water, '南方泵业', 'CDM32', low)
    this.#facility('2号变频泵', 'waterSupply', water, '南方泵业', 'CDM32', high)
    const pumps = this.#feeds('1号变频泵', '2号变频泵')
    this.#facility('生活水箱', 'waterSupply', water, '南方泵业', 'CDM32', pumps)
    const control = this.#area('消防控制室', '消防控制室', '一期', 1)
    this.#facility('火灾报警主机', 'fire', control, '海湾', 'GST5000')
    this.#facility('监控主机', 'security', control, '海康威视', '')
    const garage = this.#area('一期地库', '一期地库', '一期', -1)
    const garage2 = this.#area('二期地库', '二期地库', '二期', -1)
    for (const [name, place] of [
      ['一期', garage],
      ['二期', garage2],
    ] as const) {
      for (let number = 1; number <= 4; number += 1)
        this.#facility(`${name}地库防火卷帘${number}`, 'fire', place, '金盾', 'GFJ')
      this.#facility(`${name}地库排污泵`, 'drainage', place, '凯泉', '50WQ')
      this.#facility(`${name}地库道闸`, 'security', place, '捷顺', 'JSDZ')
    }
    const power = this.#area('配电房', '配电房', '二期', -1)
    const boxes = (zone: 1 | 2) =>
      BUILDINGS.flatMap((each) => (each.zone === zone ? `${each.number}栋配电箱` : []))
    for (const zone of [1, 2] as const) {
      const fed = this.#feeds(...boxes(zone))
      this.#facility(`${zone}号变压器`, 'power', power, '顺特', 'SCB', fed)
    }
    const green = this.#area('中心花园', '中心花园', '一期', null)
    for (const name of ['喷灌系统', '景观水泵']) this.#facility(name, 'landscape', green)
    const play = this.#area('儿童乐园', '儿童乐园', '二期', null)
    for (const name of ['滑梯', '秋千', '健身器材']) this.#facility(name, 'playground', play)
    const gate = this.#area('东门', '东门', '一期', 1)
    for (const name of ['东门人行闸', '东门车行道闸']) this.#facility(name, 'security', gate)
    this.#area('西门', '西门', '二期', 1)
    const refuse = this.#area('垃圾站', '垃圾站', '二期', 1)
    for (const name of ['垃圾压缩箱', '分类投放点']) this.#facility(name, 'sanitation', refuse)
  }
}
