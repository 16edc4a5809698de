import { linesOf } from '../domain/setting-lines'
import type { FormId } from '../domain/form/form'
import { EXTRA_DAYS } from '../domain/visit/usual-rule'
import type { VisitRule } from '../domain/visit/visit-rule'
import { clockText } from './clock-number'

export const VISIT_MONTHS = [
  ...(['contactMonths', 'visitMonths', 'keyMonths', 'inspectMonths', 'callMonths'] as const),
]
export type VisitMonths = (typeof VISIT_MONTHS)[number]

export const VISIT_DAYS = [...(['soonDays', 'extraDays'] as const)]
type VisitDays = (typeof VISIT_DAYS)[number]

/** The rule of visits as it stands on the page: figures as typed, quiet hours a line each. */
export type VisitRuleWords = Readonly<
  Record<VisitMonths | VisitDays | 'questionnaire' | 'quiet', string>
>

type Span = VisitRule['quiet'][number]
const DAY_ENDS = 24 * 60

/** `12:00-14:00`, with any dash; the day ends at 24:00. Null where it is none. */
export const spanOf = (line: string): Span | null => {
  const found = /^(\d{1,2})[::](\d{2})\s*[-–—~至到]\s*(\d{1,2})[::](\d{2})$/u.exec(line.trim())
  if (!found) return null
  const [, fromHour, fromMinute, toHour, toMinute] = found.map(Number)
  if ((fromMinute ?? 60) > 59 || (toMinute ?? 60) > 59) return null
  const from = (fromHour ?? 0) * 60 + (fromMinute ?? 0)
  const until = (toHour ?? 0) * 60 + (toMinute ?? 0)
  return from < until && until <= DAY_ENDS ? { from, until } : null
}

export const visitRuleWords = (rule: VisitRule): VisitRuleWords => ({
  contactMonths: String(rule.contactMonths),
  visitMonths: String(rule.visitMonths),
  keyMonths: String(rule.keyMonths),
  inspectMonths: String(rule.inspectMonths),
  callMonths: String(rule.callMonths),
  soonDays: String(rule.soonDays),
  extraDays: String(rule.extraDays ?? EXTRA_DAYS),
  questionnaire: rule.questionnaire ?? '',
  quiet: rule.quiet.map(({ from, until }) => `${clockText(from)}-${clockText(until)}`).join('\n'),
})

/** Only of words without a fault. */
export const visitRuleMeant = (words: VisitRuleWords): VisitRule => ({
  contactMonths: Number(words.contactMonths),
  visitMonths: Number(words.visitMonths),
  keyMonths: Number(words.keyMonths),
  inspectMonths: Number(words.inspectMonths),
  callMonths: Number(words.callMonths),
  soonDays: Number(words.soonDays),
  extraDays: Number(words.extraDays),
  ...(words.questionnaire ? { questionnaire: words.questionnaire as FormId } : {}),
  quiet: linesOf(words.quiet)
    .flatMap((line) => spanOf(line) ?? [])
    .sort((one, other) => one.from - other.from),
})
