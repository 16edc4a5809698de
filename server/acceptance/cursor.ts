import * as v from 'valibot'
import type { Instant } from '../../src/domain/instant'
import { DAY } from '../../src/domain/instant'
import { isScope, type Scope } from '../../src/domain/scope'
import { LIMITS } from '../../src/protocol/version'
import type { VersionMark } from '../store/store'
import { CallFailed } from './failure'

/** How far one scope was read. */
export interface ScopePosition {
  readonly scope: Scope
  /** Everything up to this version was sent. */
  readonly at: number
  /** The version at which this scope's first pull began; settled things up to it were left out. */
  readonly base: number
}

/** A position in the company's version counter, with proof of which history it belongs to. */
export interface Cursor {
  readonly issuedAt: Instant
  readonly marks: readonly VersionMark[]
  readonly scopes: readonly ScopePosition[]
}

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

const shape = v.object({
  t: count,
  m: v.pipe(v.array(v.tuple([count, v.string()])), v.maxLength(LIMITS.cursorMarks)),
  s: v.array(v.tuple([v.pipe(v.string(), v.check(isScope)), count, count])),
})

/** After this long the marks of what is gone may be forgotten: read from the beginning. */
export const GONE_LIVES = 400 * DAY

export const writeCursor = ({ issuedAt, marks, scopes }: Cursor): string =>
  Buffer.from(
    JSON.stringify({
      t: issuedAt,
      m: marks.map(({ version, mark }) => [version, mark]),
      s: scopes.map(({ scope, at, base }) => [scope, at, base]),
    }),
  ).toString('base64url')

const parse = (text: string): unknown => {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
  } catch {
    throw new CallFailed({ kind: 'malformed' })
  }
}

/** [SY17] Null, one too old to trust, and none at all mean the same: from nothing. */
export const readCursor = (text: string | null, now: Instant): Cursor | null => {
  if (text === null) return null
  const read = v.safeParse(shape, parse(text))
  if (!read.success) throw new CallFailed({ kind: 'malformed' })
  const { t, m, s } = read.output
  if (now - t > GONE_LIVES) return null
  return {
    issuedAt: t,
    marks: m.map(([version, mark]) => ({ version, mark })),
    scopes: s.map(([scope, at, base]) => ({ scope: scope as Scope, at, base })),
  }
}

/** For an app too old for rows: one that cannot be read keeps none of its work from being taken. */
export const readCursorOrNone = (text: string | null, now: Instant): Cursor | null => {
  try {
    return readCursor(text, now)
  } catch (error) {
    if (error instanceof CallFailed) return null
    throw error
  }
}

/**
 * [SY18] Newest first, at most 32, ever thinner toward the past: of neighbours whose distance from the
 * newest is alike, the older goes.
 */
export const thinMarks = (marks: readonly VersionMark[]): readonly VersionMark[] => {
  const sorted = [...new Map(marks.map((each) => [each.version, each])).values()].sort(
    (a, b) => b.version - a.version,
  )
  while (sorted.length > LIMITS.cursorMarks) {
    const newest = sorted[0]?.version ?? 0
    let closest = 1
    let least = Infinity
    for (let i = 1; i < sorted.length - 1; i += 1) {
      const before = newest - (sorted[i - 1]?.version ?? 0) + 1
      const after = newest - (sorted[i + 1]?.version ?? 0) + 1
      if (after / before < least) {
        least = after / before
        closest = i
      }
    }
    sorted.splice(closest, 1)
  }
  return sorted
}
