import * as v from 'valibot'
import { idSchema } from '../id'
import type { Immutable } from '../immutable'
import { DAY } from '../instant'
import { applied, malformed, noted, type ActContext, type RecordKind } from '../record-kind'
import { homesScope } from '../scope'
import { lineSchema } from '../text'
import { entryBase, entryOf } from '../thread'
import { visitFields } from './visit-fields'

export const ownerVisitIdSchema = idSchema('OwnerVisitId')
export type OwnerVisitId = v.InferOutput<typeof ownerVisitIdSchema>

const ended = v.object({ ...entryBase, reason: lineSchema(300) })

/** A fact: an owner was visited or spoken with (走访、联系), or it was tried. Never edited, only voided. */
export const ownerVisitSchema = v.object({
  id: ownerVisitIdSchema,
  ...visitFields,
  made: v.object(entryBase),
  /** The appointment was called off (取消预约). */
  cancelled: v.nullable(ended),
  voided: v.nullable(ended),
  /** What came after it was called off or voided already, as it was. */
  late: v.array(
    v.object({ ...entryBase, act: v.picklist(['cancel', 'void']), reason: lineSchema(300) }),
  ),
})

export type OwnerVisit = Immutable<v.InferOutput<typeof ownerVisitSchema>>

const acts = {
  record: v.object({ act: v.literal('record'), ...visitFields }),
  cancel: v.object({ act: v.literal('cancel'), reason: lineSchema(300) }),
  void: v.object({ act: v.literal('void'), reason: lineSchema(300) }),
}

export type OwnerVisitAct = Immutable<
  { [Name in keyof typeof acts]: v.InferOutput<(typeof acts)[Name]> }[keyof typeof acts]
>
export type RecordVisit = Extract<OwnerVisitAct, { act: 'record' }>

/** [VI1] A photo without a yes, or an appointment that ends before it begins, is none. */
const isSound = ({ consent, photos, next }: RecordVisit): boolean =>
  (consent || photos.length === 0) && (next === null || next.from < next.until)

const record = ({ act: _, ...told }: RecordVisit, context: ActContext): OwnerVisit => ({
  ...{ id: context.record as OwnerVisitId, ...told, made: entryOf(context) },
  ...{ cancelled: null, voided: null, late: [] },
})

const isKnown = ({ made, cancelled, voided, late }: OwnerVisit, { change }: ActContext): boolean =>
  [made, cancelled, voided, ...late].some((each) => each?.change === change)

/** How long the longest clock may go back to it. */
const COUNTS_FOR = 366 * DAY

export const ownerVisitKind: RecordKind<OwnerVisit, OwnerVisitAct> = {
  kind: 'OwnerVisit',
  record: ownerVisitSchema,
  acts,
  creates: ['record'],
  apply: (visit, act, context) => {
    if (act.act === 'record') {
      if (visit) return isKnown(visit, context) ? applied(visit) : noted(visit, 'already-recorded')
      return isSound(act) ? applied(record(act, context)) : malformed
    }
    if (!visit) return malformed
    if (isKnown(visit, context)) return applied(visit)
    const entry = { ...entryOf(context), reason: act.reason }
    if (visit.voided || (act.act === 'cancel' && (visit.cancelled || !visit.next)))
      return noted(
        { ...visit, late: [...visit.late, { ...entry, act: act.act }] },
        visit.voided ? 'already-voided' : 'came-too-late',
      )
    return applied(
      act.act === 'void' ? { ...visit, voided: entry } : { ...visit, cancelled: entry },
    )
  },
  // [VI2] What an owner said at their door is for those who serve the building.
  scopeOf: ({ building }) => homesScope(building),
  settledAt: ({ made }) => made.at + COUNTS_FOR,
  about: ({ home }) => [home],
  photosOf: ({ photos }) => photos,
}
