import { calendarDay, dayOfNumber, dayNumber, type CalendarDay } from '../calendar-day'
import type { Relation } from '../owner/detail'
import { isNumber } from '../owner/number'
import type { Wrong } from './address'
import type { Column } from './column'
import type { ImportLine } from './line'
import { relationOf } from './word'

export type ResidentFault =
  | 'two-owners'
  | 'no-name'
  | 'name'
  | 'phone'
  | 'phones'
  | 'plates'
  | 'relation'
  | 'day'
  | 'share'
  | 'household'

/** Somebody a row names. */
export interface Resident {
  readonly name: string
  readonly phones: readonly string[]
  readonly plates: readonly string[]
  readonly relation: Relation
  readonly share: number | null
  readonly since: CalendarDay | null
  readonly household: number | null
}

const MOST = { name: 60, phones: 5, plates: 10, plate: 15, household: 50 }
const APART = /[,,、;;/|&]+|\s+(?:和|与|and)\s+/u

const partsOf = (text: string): readonly string[] =>
  text.split(APART).flatMap((each) => each.trim() || [])

/** Numbers people write with spaces and lines stay one; two after one another are two. */
const phonesOf = (text: string): readonly string[] =>
  partsOf(text.replace(/(1\d{10})\s+(?=1\d{10})/g, '$1、')).map((each) =>
    each.replace(/\.0$/, '').replace(/(?<=\d)[\s-](?=\d)/g, /^1/.test(each) ? '' : '-'),
  )

/** A mobile has eleven figures: one short of that cannot be rung. */
const isWhole = (phone: string): boolean => {
  const digits = phone.replace(/\D/g, '')
  return isNumber(phone) && (!/^1[3-9]/.test(digits) || digits.length === 11)
}

const FIRST_DAY = dayNumber(calendarDay(1899, 12, 30))
/** 2024-3-1, 2024年3月1日, 2024/3/1, or the number a spreadsheet counts days with. */
const dayOf = (text: string): CalendarDay | null => {
  if (/^\d{5}$/.test(text)) return dayOfNumber(FIRST_DAY + Number(text))
  const said = /^(\d{4})\D(\d{1,2})\D(\d{1,2})\D?(?:\s.*)?$/.exec(text)?.slice(1).map(Number)
  const [year = 0, month = 0, date = 0] = said ?? []
  if (!said || month < 1 || month > 12 || date < 1) return null
  const day = calendarDay(year, month, date)
  return date <= 31 && dayOfNumber(dayNumber(day)) === day ? day : null
}

type Faults = Wrong<ResidentFault>[]

/** One name with its numbers, or as many of the one as of the other. */
const pairs = (
  names: readonly string[],
  phones: readonly string[],
): readonly (readonly [string, readonly string[]])[] | null => {
  const [only] = names
  if (only !== undefined && names.length === 1) return [[only, phones]]
  if (phones.length !== 0 && phones.length !== names.length) return null
  return names.map((name, at) => [name, phones[at] ? [phones[at]] : []])
}

const people = (
  line: ImportLine,
  columns: { readonly name: Column; readonly phone: Column },
  relation: Relation,
  faults: Faults,
): readonly Resident[] => {
  const wrong = (column: Column, kind: ResidentFault) => faults.push({ column, kind })
  const names = partsOf(line.said[columns.name] ?? '')
  const phones = phonesOf(line.said[columns.phone] ?? '')
  if (phones.some((phone) => !isWhole(phone))) wrong(columns.phone, 'phone')
  if (names.length === 0) {
    if (phones.length > 0) wrong(columns.name, 'no-name')
    return []
  }
  if (names.some((name) => name.length > MOST.name)) wrong(columns.name, 'name')
  const paired = pairs(names, phones)
  if (!paired) wrong(columns.name, 'two-owners')
  if (paired?.some(([, each]) => each.length > MOST.phones)) wrong(columns.phone, 'phones')
  const none = { plates: [], share: null, since: null, household: null }
  return (paired ?? []).map(([name, each]) => ({ name, phones: each, relation, ...none }))
}

/** Who stays where nothing is known: 无, 空置, 暂无, -. */
const NOBODY = /^(?:无|暂无|没有|空置|空|未售|未知|不详|-+|—+|\/|n\/?a|none|vacant)$/iu
const withoutNobody = ({ said, ...line }: ImportLine): ImportLine => ({
  ...line,
  said: Object.fromEntries(Object.entries(said).filter(([, text]) => !NOBODY.test(text))),
})

/** [IM11] Whom a row names, and what of it cannot be taken. */
export const residentsOf = (
  given: ImportLine,
): { readonly people: readonly Resident[]; readonly faults: readonly Wrong<ResidentFault>[] } => {
  const line = withoutNobody(given)
  const { said, days } = line
  const faults: Faults = []
  const wrong = (column: Column, kind: ResidentFault) => faults.push({ column, kind })
  const relation = said.relation ? relationOf(said.relation) : 'owner'
  if (!relation) wrong('relation', 'relation')
  const own = people(line, { name: 'name', phone: 'phone' }, relation ?? 'owner', faults)
  const lessees = people(line, { name: 'lesseeName', phone: 'lesseePhone' }, 'lessee', faults)
  const plates = partsOf(said.plate ?? '')
  const isPlate = plates.length <= MOST.plates && plates.every((each) => each.length <= MOST.plate)
  if (!isPlate) wrong('plate', 'plates')
  const since = days.since ?? (said.since ? dayOf(said.since) : null)
  if (said.since && !since) wrong('since', 'day')
  const shareText = said.share?.replace(/%$/, '')
  const share = shareText ? Number(shareText) : null
  if (share !== null && !(share > 0 && share <= 100)) wrong('share', 'share')
  const household = said.household ? Number(said.household.replace(/[人口]$/u, '')) : null
  const isCount = household === null || household === 0 || Number.isInteger(household)
  if (!isCount || (household ?? 0) < 0 || (household ?? 0) > MOST.household)
    wrong('household', 'household')
  const more = {
    ...{ plates: isPlate ? plates : [], since, share: relation === 'owner' ? share : null },
    household: household || null,
  }
  const [first, ...others] = own
  return { people: [...(first ? [{ ...first, ...more }] : []), ...others, ...lessees], faults }
}
