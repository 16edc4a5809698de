import type { CheckpointVisit } from './checkpoint-visit'
import type { Form } from './form/form'
import type { Instant } from './instant'

/** What a gauge said at one time (读数). */
export interface Reading {
  readonly at: Instant
  readonly value: number
}

/** [FA13] All that one gauge said, the oldest first, and the limits it is held to now. */
export interface ReadingLine {
  readonly key: string
  readonly title: string
  readonly unit: string
  readonly least: number | null
  readonly most: number | null
  readonly readings: readonly Reading[]
}

/** [FA13] The numbers of visits by the item they answer; name and limits are those of the newest. */
export const readingLines = (
  visits: readonly CheckpointVisit[],
  formOf: (visit: CheckpointVisit) => Form | undefined,
): readonly ReadingLine[] => {
  const lines = new Map<string, ReadingLine>()
  for (const visit of [...visits].sort((one, other) => one.visitedAt - other.visitedAt)) {
    const form = formOf(visit)
    for (const item of form?.items ?? []) {
      const value = visit.answers.find((each) => each.item === item.id)?.value
      if (!form || item.kind !== 'number' || typeof value !== 'number') continue
      const key = `${visit.checkpoint}/${form.form}/${item.id}`
      const { title, unit, least = null, most = null } = item
      const readings = [...(lines.get(key)?.readings ?? []), { at: visit.visitedAt, value }]
      lines.set(key, { key, title, unit, least, most, readings })
    }
  }
  return [...lines.values()]
}

export const isOutside = ({ least, most }: ReadingLine, { value }: Reading): boolean =>
  (least !== null && value < least) || (most !== null && value > most)

/** [FA13] Where more than three usual spans passed without a reading the line is broken: nobody knows. */
export const unbroken = (readings: readonly Reading[]): readonly (readonly Reading[])[] => {
  const spans = readings.slice(1).map(({ at }, index) => at - (readings[index]?.at ?? at))
  const usual = [...spans].sort((one, other) => one - other)[Math.floor(spans.length / 2)] ?? 0
  const parts: Reading[][] = []
  for (const [index, reading] of readings.entries()) {
    const span = spans[index - 1]
    const part = parts.at(-1)
    if (part && span !== undefined && span <= usual * 3) part.push(reading)
    else parts.push([reading])
  }
  return parts
}
