import * as v from 'valibot'
import { calendarDaySchema } from '../calendar-day'
import { communityIdSchema } from '../community'
import { changeIdSchema, idSchema } from '../id'
import type { Immutable } from '../immutable'
import { sha256Schema } from '../photo'
import {
  applied,
  malformed,
  noted,
  type ActContext,
  type Applied,
  type RecordKind,
} from '../record-kind'
import { callersScope } from '../scope'
import { lineSchema, reasonSchema } from '../text'
import { entryBase, entryOf } from '../thread'
import { ticketIdSchema } from '../ticket/ticket'
import { letterSheetSchema } from './sheet'

export const letterIdSchema = idSchema('LetterId')
export type LetterId = v.InferOutput<typeof letterIdSchema>

/** 邮寄 · 当面交给本人 · 放进信箱 */
export const SENDINGS = ['post', 'inPerson', 'letterBox'] as const

const sheet = letterSheetSchema
/** The change that wrote the text it speaks of, and the hash of that text. */
const of = { of: changeIdSchema, sha256: sha256Schema }
const sentFields = { how: v.picklist(SENDINGS), on: calendarDaySchema, who: lineSchema(60) }

const STEPS = ['rewrite', 'endorse', 'approve', 'sendBack', 'send', 'withdraw'] as const

const entrySchema = v.variant('kind', [
  v.object({ ...entryBase, kind: v.literal('endorsed'), ...of }),
  v.object({ ...entryBase, kind: v.literal('approved'), ...of }),
  v.object({ ...entryBase, kind: v.literal('sentBack'), of: changeIdSchema, words: reasonSchema }),
  v.object({ ...entryBase, kind: v.literal('sent'), ...of, ...sentFields }),
  v.object({ ...entryBase, kind: v.literal('withdrawn'), reason: reasonSchema }),
  /** It came when the text, or the letter, had gone on: kept as what it was. */
  v.object({
    ...{ ...entryBase, kind: v.literal('late'), step: v.picklist(STEPS) },
    ...{ words: v.string(), sheet: v.nullable(sheet) },
  }),
])

/** A written complaint answered in writing (书面答复); for those who hear callers, because it speaks to an owner. */
export const ownerLetterSchema = v.object({
  id: letterIdSchema,
  community: communityIdSchema,
  ticket: ticketIdSchema,
  sheet,
  written: v.object(entryBase),
  /** The texts before, as they were, oldest first. */
  earlier: v.array(v.object({ ...entryBase, sheet })),
  thread: v.array(entrySchema),
})
export type OwnerLetter = Immutable<v.InferOutput<typeof ownerLetterSchema>>
export type LetterEntry = OwnerLetter['thread'][number]

const acts = {
  write: v.object({
    ...{ act: v.literal('write'), community: communityIdSchema, ticket: ticketIdSchema, sheet },
  }),
  /** `of` is the change whose text its author saw. */
  rewrite: v.object({ act: v.literal('rewrite'), of: changeIdSchema, sheet }),
  /** The supervisor's yes (主管审核). */
  endorse: v.object({ act: v.literal('endorse'), ...of }),
  /** The manager's, after it (经理审批). */
  approve: v.object({ act: v.literal('approve'), ...of }),
  sendBack: v.object({ act: v.literal('sendBack'), of: changeIdSchema, words: reasonSchema }),
  send: v.object({ act: v.literal('send'), ...of, ...sentFields }),
  withdraw: v.object({ act: v.literal('withdraw'), reason: reasonSchema }),
}
export type OwnerLetterAct = Immutable<
  { [Name in keyof typeof acts]: v.InferOutput<(typeof acts)[Name]> }[keyof typeof acts]
>
type Later = Exclude<OwnerLetterAct, { act: 'write' }>

/** 起草 · 主管已审 · 经理已批 · 退回 · 已送出 · 作废 */
export type LetterState = 'draft' | 'endorsed' | 'approved' | 'sentBack' | 'sent' | 'withdrawn'

/** [LE3] What counts is what was said of the text that stands; the last word of it is its state. */
export const letterState = ({ thread, written }: OwnerLetter): LetterState => {
  if (thread.some(({ kind }) => kind === 'withdrawn')) return 'withdrawn'
  const last = thread.filter((entry) => 'of' in entry && entry.of === written.change).at(-1)
  return last && last.kind !== 'late' && last.kind !== 'withdrawn' ? last.kind : 'draft'
}

/** From which state each step takes effect; what comes from another is kept as late. */
const FROM: { readonly [Name in Later['act']]: readonly LetterState[] } = {
  rewrite: ['draft', 'endorsed', 'approved', 'sentBack'],
  endorse: ['draft'],
  approve: ['endorsed'],
  sendBack: ['draft', 'endorsed', 'approved'],
  send: ['approved'],
  withdraw: ['draft', 'endorsed', 'approved', 'sentBack'],
}

export const permits = (letter: OwnerLetter, step: Later['act']): boolean =>
  FROM[step].includes(letterState(letter))

const wordsOf = (act: Later): string => {
  if (act.act === 'sendBack') return act.words
  if (act.act === 'withdraw') return act.reason
  return act.act === 'send' ? act.who : ''
}

const keepLate = (letter: OwnerLetter, act: Later, context: ActContext): OwnerLetter => {
  const late = { ...entryOf(context), kind: 'late' as const, step: act.act, words: wordsOf(act) }
  const written = act.act === 'rewrite' ? act.sheet : null
  return { ...letter, thread: [...letter.thread, { ...late, sheet: written }] }
}

const entryFor = (act: Exclude<Later, { act: 'rewrite' }>, context: ActContext): LetterEntry => {
  const base = entryOf(context)
  switch (act.act) {
    case 'endorse':
      return { ...base, kind: 'endorsed', of: act.of, sha256: act.sha256 }
    case 'approve':
      return { ...base, kind: 'approved', of: act.of, sha256: act.sha256 }
    case 'sendBack':
      return { ...base, kind: 'sentBack', of: act.of, words: act.words }
    case 'send': {
      const { act: _, ...sent } = act
      return { ...base, kind: 'sent', ...sent }
    }
    case 'withdraw':
      return { ...base, kind: 'withdrawn', reason: act.reason }
  }
}

const take = (letter: OwnerLetter, act: Later, context: ActContext): Applied<OwnerLetter> => {
  const isOther = 'of' in act && act.of !== letter.written.change
  if (isOther || !permits(letter, act.act))
    return noted(keepLate(letter, act, context), 'came-too-late')
  if (act.act !== 'rewrite')
    return applied({ ...letter, thread: [...letter.thread, entryFor(act, context)] })
  return applied({
    ...{ ...letter, sheet: act.sheet, written: entryOf(context) },
    earlier: [...letter.earlier, { ...letter.written, sheet: letter.sheet }],
  })
}

const isKnown = ({ written, earlier, thread }: OwnerLetter, { change }: ActContext): boolean =>
  [written, ...earlier, ...thread].some((each) => each.change === change)

export const ownerLetterKind: RecordKind<OwnerLetter, OwnerLetterAct> = {
  kind: 'OwnerLetter',
  record: ownerLetterSchema,
  acts,
  creates: ['write'],
  apply: (letter, act, context) => {
    if (!letter) {
      if (act.act !== 'write') return malformed
      const { act: _, ...told } = act
      const begun = { written: entryOf(context), earlier: [], thread: [] }
      return applied({ id: context.record as LetterId, ...told, ...begun })
    }
    if (isKnown(letter, context)) return applied(letter)
    return act.act === 'write' ? noted(letter, 'already-recorded') : take(letter, act, context)
  },
  scopeOf: ({ community }) => callersScope(community),
  settledAt: (letter) => {
    const isOver = ['sent', 'withdrawn'].includes(letterState(letter))
    return isOver ? (letter.thread.at(-1)?.at ?? letter.written.at) : null
  },
  about: ({ ticket }) => [ticket],
  photosOf: () => [],
}
