import * as v from 'valibot'
import { idSchema } from './id'
import type { Immutable } from './immutable'
import { instantSchema, MINUTE, SECOND, type Instant } from './instant'

const whole = v.pipe(v.number(), v.integer(), v.minValue(0))
export const windowSchema = v.object({ from: instantSchema, until: instantSchema })

/** What a phone knows of a look at a stop beside what was found; the device's own clock throughout. */
export const visitFactsSchema = v.object({
  /** The version of the rules it is judged by, for ever. */
  rules: v.pipe(whole, v.minValue(1)),
  finishedAt: instantSchema,
  /** How many items were asked. */
  asked: whole,
  /** When this walker finished the stop before; null at the first. */
  lastStopAt: v.nullable(instantSchema),
  /** Where the plan gives this stop a time of its own. */
  window: v.optional(windowSchema),
  /** In a fixed order: how many stops before it were still open. */
  openBefore: v.optional(whole),
  /** The last look here on another round of the plan, and how many minutes should lie between. */
  lastLook: v.optional(v.object({ at: instantSchema, least: whole })),
  /** Metres from the point, and how far is accepted. */
  distance: v.optional(v.object({ metres: whole, accepted: whole })),
  /** The earlier visit here with a photo that looks the same. */
  alike: v.optional(idSchema('CheckpointVisitId')),
  /** The visit of this round that it takes the place of, whatever the clocks say. */
  instead: v.optional(idSchema('CheckpointVisitId')),
})

export type VisitFacts = Immutable<v.InferOutput<typeof visitFactsSchema>>

/** What somebody may want to ask about a look; never more than a question. */
export const doubtSchema = v.variant('kind', [
  v.object({ kind: v.literal('fastLook'), seconds: whole, asked: whole }),
  v.object({ kind: v.literal('fastWalk'), seconds: whole }),
  v.object({ kind: v.literal('far'), metres: whole, accepted: whole }),
  v.object({ kind: v.literal('samePhoto'), visit: idSchema('CheckpointVisitId') }),
  v.object({ kind: v.literal('outOfOrder'), before: whole }),
  v.object({ kind: v.literal('early'), minutes: whole }),
  v.object({ kind: v.literal('late'), minutes: whole }),
  v.object({ kind: v.literal('tooSoon'), minutes: whole, least: whole }),
  v.object({ kind: v.literal('clockBack'), minutes: whole }),
])

export type Doubt = Immutable<v.InferOutput<typeof doubtSchema>>

/** [DO7] Figures by version; one that was ever used never changes. */
const FIGURES: Readonly<Record<number, { perItem: number; leastItems: number; walk: number }>> = {
  1: { perItem: 2 * SECOND, leastItems: 3, walk: 15 * SECOND },
}
export const DOUBT_RULES = 1

const minutes = (milliseconds: number) => Math.round(milliseconds / MINUTE)
const seconds = (milliseconds: number) => Math.round(milliseconds / SECOND)

const clockDoubts = (checkedInAt: Instant, facts: VisitFacts): Doubt[] => {
  const back = Math.max((facts.lastStopAt ?? 0) - checkedInAt, checkedInAt - facts.finishedAt)
  return back >= MINUTE ? [{ kind: 'clockBack', minutes: minutes(back) }] : []
}

const paceDoubts = (checkedInAt: Instant, facts: VisitFacts): Doubt[] => {
  const figures = FIGURES[facts.rules] ?? FIGURES[DOUBT_RULES]
  if (!figures) return []
  const { finishedAt, asked, lastStopAt } = facts
  const [looked, walked] = [finishedAt - checkedInAt, checkedInAt - (lastStopAt ?? 0)]
  const doubts: Doubt[] = []
  if (asked >= figures.leastItems && looked >= 0 && looked < asked * figures.perItem)
    doubts.push({ kind: 'fastLook', seconds: seconds(looked), asked })
  if (lastStopAt !== null && walked >= 0 && walked < figures.walk)
    doubts.push({ kind: 'fastWalk', seconds: seconds(walked) })
  return doubts
}

const timeDoubts = (lookedAt: Instant, { window, lastLook }: VisitFacts): Doubt[] => {
  const doubts: Doubt[] = []
  if (window && lookedAt < window.from)
    doubts.push({ kind: 'early', minutes: Math.max(1, minutes(window.from - lookedAt)) })
  if (window && lookedAt > window.until)
    doubts.push({ kind: 'late', minutes: Math.max(1, minutes(lookedAt - window.until)) })
  const since = lastLook ? lookedAt - lastLook.at : 0
  if (lastLook && since >= 0 && since < lastLook.least * MINUTE)
    doubts.push({ kind: 'tooSoon', minutes: minutes(since), least: lastLook.least })
  return doubts
}

/**
 * [DO1] The doubts about a look, the same on phone and server. Durations are of the device's own
 * clock; what has to do with the time of day is judged by `endedAt`, the instant the act counts from.
 */
export const doubtsOf = (
  checkedInAt: Instant,
  facts: VisitFacts,
  endedAt: Instant,
): readonly Doubt[] => {
  const clock = clockDoubts(checkedInAt, facts)
  const { distance, alike, openBefore = 0, finishedAt } = facts
  const corrected = Math.max(0, checkedInAt + (endedAt - finishedAt))
  return [
    ...(clock.length > 0 ? clock : paceDoubts(checkedInAt, facts)),
    ...(distance && distance.metres > distance.accepted
      ? [{ kind: 'far' as const, ...distance }]
      : []),
    ...(alike ? [{ kind: 'samePhoto' as const, visit: alike }] : []),
    ...(openBefore > 0 ? [{ kind: 'outOfOrder' as const, before: openBefore }] : []),
    ...timeDoubts(corrected, facts),
  ]
}

const ASKED: readonly Doubt['kind'][] = ['fastLook', 'fastWalk', 'far', 'samePhoto', 'outOfOrder']

/** [DO2] What the walker is asked about before anybody else; the rest is only marked. */
export const questionsIn = (doubts: readonly Doubt[]): readonly Doubt[] =>
  doubts.filter(({ kind }) => ASKED.includes(kind))
