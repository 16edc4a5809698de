import type { Role } from '../role'
import type { Matter } from './matter'
import { isAhead } from './standing'
import type { Walk } from './walk-standing'

/** How a person's day is told: one list, an engineer's tickets first, or the next round first. */
export type DayShape = 'list' | 'tickets' | 'rounds'

const TALKS_WITH_OWNERS: readonly Role[] = [
  ...(['steward', 'customerService', 'supervisor', 'manager', 'administrator'] as const),
]

/** [TD6] Whoever answers to owners has the one list; else an engineer his tickets, others their rounds. */
export const dayShapeOf = (roles: readonly Role[]): DayShape => {
  if (roles.some((role) => TALKS_WITH_OWNERS.includes(role))) return 'list'
  return roles.includes('engineer') ? 'tickets' : 'rounds'
}

export type SectionName =
  'now' | 'later' | 'next' | 'tickets' | 'rounds' | 'found' | 'rest' | 'done'

export interface Section<Round extends Walk = Walk> {
  readonly name: SectionName
  readonly matters: readonly Matter<Round>[]
}

const namesOf = <Round extends Walk>(
  shape: DayShape,
  nextRound: string | undefined,
): ((matter: Matter<Round>) => SectionName) => {
  switch (shape) {
    case 'list':
      return ({ standing }) => (isAhead(standing, 'later') ? 'now' : 'later')
    case 'tickets':
      return ({ kind }) => (kind === 'ticket' ? 'tickets' : kind === 'round' ? 'rounds' : 'rest')
    case 'rounds':
      return ({ kind, key }) => {
        if (key === nextRound) return 'next'
        return kind === 'ticket' ? 'found' : kind === 'round' ? 'rounds' : 'rest'
      }
  }
}

const ORDER: Readonly<Record<DayShape, readonly SectionName[]>> = {
  list: ['now', 'later', 'done'],
  tickets: ['tickets', 'rest', 'rounds', 'done'],
  rounds: ['next', 'rest', 'rounds', 'found', 'done'],
}

/** [TD6] The lines in parts, in the order of the person's day; what is behind them always last. */
export const sectionsOf = <Round extends Walk>(
  matters: readonly Matter<Round>[],
  shape: DayShape,
): readonly Section<Round>[] => {
  const next = matters.find(({ kind, standing }) => kind === 'round' && isAhead(standing, 'missed'))
  const nameOf = namesOf<Round>(shape, next?.key)
  const parts = new Map<SectionName, Matter<Round>[]>()
  for (const matter of matters) {
    const name = matter.standing === 'done' ? 'done' : nameOf(matter)
    parts.set(name, [...(parts.get(name) ?? []), matter])
  }
  return ORDER[shape].flatMap((name) => {
    const held = parts.get(name)
    return held ? [{ name, matters: held }] : []
  })
}

/** The parts as far as so many lines reach; what is done is folded and comes when all else is there. */
export const sectionsUpTo = <Round extends Walk>(
  sections: readonly Section<Round>[],
  lines: number,
): { readonly drawn: readonly Section<Round>[]; readonly hasMore: boolean } => {
  let left = lines
  const drawn: Section<Round>[] = []
  for (const { name, matters } of sections) {
    if (left <= 0) return { drawn, hasMore: true }
    drawn.push({ name, matters: name === 'done' ? matters : matters.slice(0, left) })
    left -= name === 'done' ? 0 : matters.length
  }
  return { drawn, hasMore: left < 0 }
}
