import {
  addDays,
  calendarDay,
  calendarDaySchema,
  dayNumber,
  dayOfNumber,
  daysBetween,
  type CalendarDay,
} from '../calendar-day'
import * as v from 'valibot'

interface ReadDays {
  readonly days: readonly CalendarDay[]
  /** Lines nobody can make days of, with their numbers. */
  readonly unread: readonly { readonly line: number; readonly text: string }[]
}

const DATE = /(?:(\d{4})\s*[-/.年]\s*)?(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?/
const TO = String.raw`\s*(?:至|到|~|~|—|–|-{1,2})\s*`
const LINE = new RegExp(`^${DATE.source}(?:${TO}(?:${DATE.source}|(\\d{1,2})\\s*[日号]?))?$`)
const LONGEST = 31

const dayOf = (year: number, month: number, date: number): CalendarDay | null => {
  const day = calendarDay(year, month, date)
  const isThere = v.is(calendarDaySchema, day) && dayOfNumber(dayNumber(day)) === day
  return isThere && year >= 2000 && year < 2100 ? day : null
}

/** 2026-10-01 · 10月1日至7日 · 2026年10月1日至10月7日; a year not written is the one given. */
const spanOf = (text: string, year: number): readonly CalendarDay[] | null => {
  const found = LINE.exec(text)
  if (!found) return null
  const [, y, m, d, y2, m2, d2, only] = found
  const first = dayOf(Number(y ?? year), Number(m), Number(d))
  if (!first) return null
  if (d2 === undefined && only === undefined) return [first]
  const last = dayOf(Number(y2 ?? y ?? year), Number(m2 ?? m), Number(d2 ?? only))
  const many = last ? daysBetween(first, last) + 1 : 0
  if (many < 1 || many > LONGEST) return null
  return Array.from({ length: many }, (_, index) => addDays(first, index))
}

/** [CK13] What people paste: a day or a span a line, also several between commas. */
export const readDays = (text: string, year: number): ReadDays => {
  const days = new Set<CalendarDay>()
  const unread: { readonly line: number; readonly text: string }[] = []
  text.split('\n').forEach((line, index) => {
    for (const part of line.split(/[,,、;;。]/)) {
      const said = part.replace(/[((][^))]*[))]/g, '').trim()
      if (said === '') continue
      const span = spanOf(said, year)
      if (span) for (const day of span) days.add(day)
      else unread.push({ line: index + 1, text: said.slice(0, 30) })
    }
  })
  return { days: [...days].sort(), unread }
}

/** The same days as people would write them, a span a line. */
export const writeDays = (days: readonly CalendarDay[]): string => {
  const spans = [...days].sort().reduce<[CalendarDay, CalendarDay][]>((known, day) => {
    const last = known.at(-1)
    if (last && daysBetween(last[1], day) === 1 && daysBetween(last[0], day) < LONGEST)
      last[1] = day
    else known.push([day, day])
    return known
  }, [])
  return spans.map(([from, to]) => (from === to ? from : `${from} 至 ${to}`)).join('\n')
}
