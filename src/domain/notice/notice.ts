import * as v from 'valibot'
import { calendarDaySchema, dayNumber, type CalendarDay } from '../calendar-day'
import { communityIdSchema } from '../community'
import { idSchema } from '../id'
import type { Immutable } from '../immutable'
import { DAY } from '../instant'
import { applied, malformed, noted, type RecordKind } from '../record-kind'
import { communityScope } from '../scope'
import { lineSchema, reasonSchema } from '../text'
import { entryBase, entryOf } from '../thread'

export const ownerNoticeIdSchema = idSchema('OwnerNoticeId')
export type OwnerNoticeId = v.InferOutput<typeof ownerNoticeIdSchema>

const told = {
  community: communityIdSchema,
  title: lineSchema(80),
  words: reasonSchema,
  /** The first and the last day it is handed over. */
  from: calendarDaySchema,
  until: calendarDaySchema,
}
const withdrawn = v.object({ ...entryBase, reason: lineSchema(300) })

/** [VI19] What all homes of a community are told at the door (告示); written once, withdrawn with a reason. */
export const ownerNoticeSchema = v.object({
  id: ownerNoticeIdSchema,
  ...told,
  posted: v.object(entryBase),
  withdrawn: v.nullable(withdrawn),
  late: v.array(withdrawn),
})
export type OwnerNotice = Immutable<v.InferOutput<typeof ownerNoticeSchema>>

const acts = {
  post: v.object({ act: v.literal('post'), ...told }),
  withdraw: v.object({ act: v.literal('withdraw'), reason: lineSchema(300) }),
}
export type OwnerNoticeAct = Immutable<
  { [Name in keyof typeof acts]: v.InferOutput<(typeof acts)[Name]> }[keyof typeof acts]
>

export const ownerNoticeKind: RecordKind<OwnerNotice, OwnerNoticeAct> = {
  kind: 'OwnerNotice',
  record: ownerNoticeSchema,
  acts,
  creates: ['post'],
  apply: (notice, act, context) => {
    const isKnown = [notice?.posted, notice?.withdrawn, ...(notice?.late ?? [])].some(
      (each) => each?.change === context.change,
    )
    if (notice && isKnown) return applied(notice)
    if (act.act === 'post') {
      if (notice) return noted(notice, 'already-recorded')
      if (act.until < act.from) return malformed
      const { act: _, ...said } = act
      const id = context.record as OwnerNoticeId
      return applied({ id, ...said, posted: entryOf(context), withdrawn: null, late: [] })
    }
    if (!notice) return malformed
    const entry = { ...entryOf(context), reason: act.reason }
    return notice.withdrawn
      ? noted({ ...notice, late: [...notice.late, entry] }, 'came-too-late')
      : applied({ ...notice, withdrawn: entry })
  },
  scopeOf: ({ community }) => communityScope(community),
  settledAt: ({ until, withdrawn: taken }) => taken?.at ?? (dayNumber(until) + 1) * DAY,
  about: () => [],
  photosOf: () => [],
}

export const isCurrent = ({ withdrawn: taken, from, until }: OwnerNotice, today: CalendarDay) =>
  taken === null && from <= today && today <= until
