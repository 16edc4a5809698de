import * as v from 'valibot'
import type { Attachment } from './attachment'
import { checkpointIdSchema } from './checkpoint'
import { communityIdSchema } from './community'
import { answersSchema, type Answer } from './form/answer'
import { formVersionIdSchema } from './form/form'
import { idSchema, staffIdSchema, changeIdSchema } from './id'
import type { Immutable } from './immutable'
import { instantSchema } from './instant'
import { photoSchema, type Photo } from './photo'
import { fixSchema } from './position'
import { applied, malformed, noted, type RecordKind } from './record-kind'
import { roundIdSchema } from './round-id'
import { checksScope, communityScope } from './scope'
import { lineSchema } from './text'
import { doubtSchema, doubtsOf, visitFactsSchema } from './visit-doubt'

export const checkpointVisitIdSchema = idSchema('CheckpointVisitId')
export type CheckpointVisitId = v.InferOutput<typeof checkpointVisitIdSchema>

/** Where the phone took itself to be, whichever way it was shown; evidence, never a condition. */
const evidence = { at: instantSchema, position: v.optional(fixSchema) }

/**
 * How somebody showed they were there (签到): the label by its code or its chip, the phone's position,
 * or by hand with a fresh photo and a reason.
 */
export const checkInSchema = v.variant('by', [
  v.object({ by: v.literal('qr'), ...evidence }),
  v.object({ by: v.literal('nfc'), ...evidence }),
  v.object({ by: v.literal('position'), at: instantSchema, position: fixSchema }),
  v.object({
    by: v.literal('hand'),
    ...evidence,
    photo: photoSchema,
    reason: lineSchema(300),
  }),
])

export type CheckIn = Immutable<v.InferOutput<typeof checkInSchema>>

const told = {
  community: communityIdSchema,
  round: roundIdSchema,
  checkpoint: checkpointIdSchema,
  form: formVersionIdSchema,
  checkIn: checkInSchema,
  answers: answersSchema,
  /** How many items were abnormal, judged by the form version named. */
  abnormal: v.pipe(v.number(), v.integer(), v.minValue(0)),
  facts: v.optional(visitFactsSchema),
  /** [NC3] On a night check: read by supervisors and managers only. */
  isNightCheck: v.optional(v.literal(true)),
  /** What the walker answered when something looked odd. */
  said: v.optional(lineSchema(300)),
}

/** A fact: a stop was looked at, and this was found. Never edited, only voided. */
export const checkpointVisitSchema = v.object({
  id: checkpointVisitIdSchema,
  ...told,
  /** [DO1] Judged when it was recorded, by the rules its facts name. */
  doubts: v.optional(v.array(doubtSchema)),
  change: changeIdSchema,
  visitedAt: instantSchema,
  visitedBy: staffIdSchema,
  voided: v.nullable(
    v.object({
      change: changeIdSchema,
      at: instantSchema,
      by: staffIdSchema,
      reason: lineSchema(300),
    }),
  ),
})

export type CheckpointVisit = Immutable<v.InferOutput<typeof checkpointVisitSchema>>

const acts = {
  record: v.object({ act: v.literal('record'), ...told }),
  void: v.object({ act: v.literal('void'), reason: lineSchema(300) }),
}

export type CheckpointVisitAct = Immutable<
  v.InferOutput<typeof acts.record> | v.InferOutput<typeof acts.void>
>

const photosOfAnswer = (answer: Answer): readonly Photo[] => [
  ...(answer.photos ?? []),
  ...(answer.remedy?.kind === 'fixed' ? answer.remedy.after : []),
]

/** The pictures of a look: of the check-in, of the answers, of what was put right; no signature. */
export const picturesOf = (checkIn: CheckIn, answers: readonly Answer[]): readonly Photo[] => [
  ...('photo' in checkIn ? [checkIn.photo] : []),
  ...answers.flatMap(photosOfAnswer),
]

/** Whatever a look names that is a file: pictures, sounds, signatures. */
export const attachmentsOf = (
  checkIn: CheckIn,
  answers: readonly Answer[],
): readonly Attachment[] => [
  ...picturesOf(checkIn, answers),
  ...answers.flatMap(({ sounds = [] }) => sounds),
  ...answers.flatMap(({ signature }) => signature?.picture ?? []),
]

export const checkpointVisitKind: RecordKind<CheckpointVisit, CheckpointVisitAct> = {
  kind: 'CheckpointVisit',
  record: checkpointVisitSchema,
  acts,
  creates: ['record'],
  apply: (visit, act, context) => {
    const { change, at, by } = context
    if (act.act === 'record') {
      if (visit) return visit.change === change ? applied(visit) : noted(visit, 'already-recorded')
      const { act: _, ...looked } = act
      const id = context.record as CheckpointVisitId
      const { facts } = looked
      const doubts = facts ? { doubts: doubtsOf(looked.checkIn.at, facts, at) } : {}
      return applied({
        ...{ id, ...looked, ...doubts, change, visitedAt: at, visitedBy: by, voided: null },
      })
    }
    if (!visit) return malformed
    if (visit.voided)
      return visit.voided.change === change ? applied(visit) : noted(visit, 'already-voided')
    return applied({ ...visit, voided: { change, at, by, reason: act.reason } })
  },
  scopeOf: ({ community, isNightCheck }) =>
    isNightCheck ? checksScope(community) : communityScope(community),
  settledAt: (visit) => visit.visitedAt,
  about: (visit) => [visit.round, visit.checkpoint],
  photosOf: ({ checkIn, answers }) => attachmentsOf(checkIn, answers),
}
