import { plainName } from '../place-name'
import { failed, ok, type Result } from '../result'
import type { Column } from './column'
import type { ImportLine } from './line'
import { useOf, type UnitUse } from './word'

/** Where a home is, as its row says it; empty where the row does not. */
export interface Address {
  readonly zone: string
  readonly building: string
  readonly entrance: string
  readonly level: number
  readonly door: string
  readonly use: UnitUse | null
}

export type AddressFault = 'no-home' | 'unclear-home' | 'day-home' | 'level' | 'door'
export interface Wrong<Kind> {
  readonly column: Column
  readonly kind: Kind
}

interface Parts {
  readonly zone: string
  readonly building: string
  readonly entrance: string
  readonly door: string
}

const NAMED =
  /^(?<zone>\S*?[期区苑](?=[\S]*(?:栋|幢|座|号楼|#)))?[-\s]*(?<building>[^\s-]{1,20}?(?:号楼|栋|幢|座|#))[-\s]*(?:(?<entrance>[^\s-]{1,6}?(?:单元|门|梯))[-\s]*)?(?:[^\s-]{1,4}(?:层|楼)[-\s]*)?(?<door>[^\s]*)$/u

const TO_DOOR = /(?<=.)[室房户号]$/u

/** 3-2-501, 3栋2单元501, 一期3#501: in its parts, or null where it cannot be told. */
const partsOfAddress = (said: string): Parts | null => {
  const named = NAMED.exec(said.replace(/[—–－/\\_]/gu, '-'))?.groups
  if (named)
    return {
      ...{ zone: named['zone'] ?? '', building: named['building'] ?? '' },
      ...{ entrance: named['entrance'] ?? '', door: (named['door'] ?? '').replace(TO_DOOR, '') },
    }
  const pieces = said.split(/[-—–/\\_\s.·#]+/u).filter(Boolean)
  const [last = '', beforeLast = ''] = [pieces.at(-1), pieces.at(-2)]
  const isJoined = pieces.length > 2 && /^\d{3,4}$/.test(last) && /^\d{3,4}$/.test(beforeLast)
  const plain = isJoined ? [...pieces.slice(0, -2), `${beforeLast}-${last}`] : pieces
  const [door = '', ...outward] = plain.reverse()
  if (outward.length < 1 || outward.length > 3) return null
  const [first = '', second = '', third = ''] = outward.reverse()
  const trimmed = door.replace(TO_DOOR, '')
  if (outward.length === 1) return { zone: '', building: first, entrance: '', door: trimmed }
  if (outward.length === 2) return { zone: '', building: first, entrance: second, door: trimmed }
  return { zone: first, building: second, entrance: third, door: trimmed }
}

/** 5, 5层, 负1, B1: on which level; null where it is none. */
const levelSaid = (text: string): number | null => {
  const said = /^(负|地下|b|-)?(\d{1,3})(?:层|楼|f)?$/u.exec(plainName(text))
  if (!said) return /^(?:g|gf|地面|首层)$/u.test(plainName(text)) ? 1 : null
  const level = Number(said[2]) * (said[1] ? -1 : 1)
  return level >= -9 && level <= 200 && level !== 0 ? level : null
}

/** [IM8] The level a door says by its own number: 501, 1501, B1-02, 2F-A. */
const levelOfDoor = (door: string): number | null => {
  const plain = plainName(door)
  const below = /^(?:负|地下|b|-)(\d)/u.exec(plain)
  if (below) return -Number(below[1])
  const floor = /^(\d{1,2})(?:f|层|楼)/u.exec(plain)
  if (floor) return Number(floor[1])
  const digits = /^\D*(\d+)/u.exec(plain)?.[1] ?? ''
  return digits.length === 3 || digits.length === 4 ? Number(digits.slice(0, -2)) || null : null
}

/** What is sold or let by itself without being lived in, and houses of their own, stand on the ground. */
const GROUND: Readonly<Partial<Record<UnitUse, number>>> = {
  ...{ shop: 1, villa: 1, garage: -1, storage: -1 },
}
const WHOLE = '整栋'

/** [IM7] Where the home of a row is; a whole house has no door of its own. */
export const addressOf = (line: ImportLine): Result<Address, Wrong<AddressFault>> => {
  const { said, days } = line
  const wrong = (column: Column, kind: AddressFault) => failed({ column, kind })
  const dated = (['address', 'door', 'building', 'entrance'] as const).find((each) => days[each])
  if (dated) return wrong(dated, 'day-home')
  const at = said.address ? 'address' : 'door'
  const whole = said.address ?? (said.building ? undefined : said.door)
  const use = useOf(said.use ?? '')
  let parts: Parts
  if (said.building && (said.door || !said.address))
    parts = {
      ...{ zone: said.zone ?? '', building: said.building, entrance: said.entrance ?? '' },
      door: (said.door ?? '').replace(TO_DOOR, ''),
    }
  else if (whole) {
    const read = partsOfAddress(whole)
    if (!read) return wrong(at, 'unclear-home')
    parts = {
      ...read,
      zone: said.zone ?? read.zone,
      entrance: read.entrance || (said.entrance ?? ''),
    }
  } else return wrong(said.entrance ? 'building' : 'door', 'no-home')
  const isVilla = use === 'villa' || /别墅|villa/iu.test(parts.building)
  if (!parts.door && !isVilla) return wrong(at, 'no-home')
  const door = parts.door || WHOLE
  if (door.length > 10) return wrong(at, 'door')
  const level = said.level
    ? levelSaid(said.level)
    : (levelOfDoor(door) ?? (isVilla ? 1 : use ? GROUND[use] : null))
  if (level === null || level === undefined) return wrong(said.level ? 'level' : at, 'level')
  return ok({ ...parts, door, level, use: use ?? (isVilla ? 'villa' : null) })
}
