import { linesOf } from '../domain/setting-lines'
import { clockMinutes } from './clock-number'
import type { SettingWords } from './community-words'
import { spanOf, VISIT_MONTHS } from './visit-rule-words'

/** What of the page cannot be kept so, and where. */
export type SettingFault =
  | { readonly kind: 'missing' | 'twice' | 'clock' | 'roles' | 'same' }
  | { readonly kind: 'long'; readonly length: number; readonly most: number }
  | { readonly kind: 'line'; readonly line: number; readonly length: number; readonly most: number }
  | { readonly kind: 'many'; readonly length: number; readonly most: number }
  | { readonly kind: 'number'; readonly least: number; readonly most: number }
  /** Quiet hours that do not read, and in which line. */
  | { readonly kind: 'span'; readonly line: number }

const nameFault = (name: string, most: number, all: readonly string[]): SettingFault | null => {
  const { length } = name.trim()
  if (length === 0) return { kind: 'missing' }
  if (length > most) return { kind: 'long', length, most }
  return all.filter((each) => each.trim() === name.trim()).length > 1 ? { kind: 'twice' } : null
}

const linesFault = (text: string, each: number, most: number): SettingFault | null => {
  const lines = linesOf(text)
  const long = lines.findIndex(({ length }) => length > each)
  if (long >= 0)
    return { kind: 'line', line: long + 1, length: lines[long]?.length ?? 0, most: each }
  return lines.length > most ? { kind: 'many', length: lines.length, most } : null
}

/** As much as one A4 page takes. */
const LONGEST_LETTER = 1_200

const lengthFault = ({ length }: string, most: number): SettingFault | null =>
  length > most ? { kind: 'long', length, most } : null

const numberFault = (text: string, least: number, most: number): SettingFault | null => {
  const number = Number(text)
  const isFine = Number.isInteger(number) && number >= least && number <= most
  return text.trim() !== '' && isFine ? null : { kind: 'number', least, most }
}

const MOST_SPANS = 8

const quietFault = (text: string): SettingFault | null => {
  const lines = linesOf(text)
  const wrong = lines.findIndex((line) => spanOf(line) === null)
  if (wrong >= 0) return { kind: 'span', line: wrong + 1 }
  const { length } = lines
  return length > MOST_SPANS ? { kind: 'many', length, most: MOST_SPANS } : null
}

/** By field: `reasons`, `topic.<id>.name`, `post.<id>.roles` … in the order they stand on the page. */
export const settingFaults = (words: SettingWords): ReadonlyMap<string, SettingFault> => {
  const { leader, substitute, reasons, topics, posts, wrapUpFrom } = words
  const { repeatDays, letterTemplate, visiting } = words
  const names = topics.map(({ name }) => name)
  const called = posts.map(({ name }) => name)
  const found: readonly (readonly [string, SettingFault | null])[] = [
    ['substitute', substitute && substitute === leader ? { kind: 'same' } : null],
    ['reasons', linesFault(reasons, 60, 20)],
    ...topics.flatMap(({ id, name, hours, questions, phrases }) => [
      [`topic.${id}.name`, nameFault(name, 20, names)] as const,
      [`topic.${id}.hours`, hours.trim() === '' ? null : numberFault(hours, 1, 1_440)] as const,
      [`topic.${id}.questions`, linesFault(questions, 80, 12)] as const,
      [`topic.${id}.phrases`, linesFault(phrases, 120, 12)] as const,
    ]),
    ['wrapUpFrom', clockMinutes(wrapUpFrom) === null ? { kind: 'clock' } : null],
    ...posts.flatMap(({ id, name, roles }) => [
      [`post.${id}.name`, nameFault(name, 40, called)] as const,
      [`post.${id}.roles`, roles.length === 0 ? { kind: 'roles' as const } : null] as const,
    ]),
    ['repeatDays', numberFault(repeatDays, 7, 365)],
    ...VISIT_MONTHS.map(
      (name) => [`visiting.${name}`, numberFault(visiting[name], 1, 12)] as const,
    ),
    ['visiting.soonDays', numberFault(visiting.soonDays, 0, 60)],
    ['visiting.extraDays', numberFault(visiting.extraDays, 1, 30)],
    ['visiting.quiet', quietFault(visiting.quiet)],
    ['letterTemplate', lengthFault(letterTemplate, LONGEST_LETTER)],
  ]
  return new Map(found.flatMap(([field, fault]) => (fault ? [[field, fault] as const] : [])))
}
