import * as v from 'valibot'
import { communityIdSchema } from '../community'
import { changeIdSchema, idSchema, staffIdSchema } from '../id'
import type { Immutable } from '../immutable'
import { instantSchema } from '../instant'
import { sha256Schema } from '../photo'
import { applied, malformed, noted, type ActContext, type RecordKind } from '../record-kind'
import { callersScope } from '../scope'
import { signatureSchema } from '../signature'
import { lineSchema } from '../text'
import { entryBase, entryOf } from '../thread'
import { ticketIdSchema } from '../ticket/ticket'
import { repairSheetSchema } from './repair-sheet'

export const repairNoteIdSchema = idSchema('RepairNoteId')
export type RepairNoteId = v.InferOutput<typeof repairNoteIdSchema>

const attendanceFields = { staff: staffIdSchema, from: instantSchema, until: instantSchema }

/** The owner's name under what they saw, and the hash of exactly that. */
const signedSchema = v.object({ signature: signatureSchema, sha256: sha256Schema })

const told = { sheet: repairSheetSchema }
const attended = v.array(v.object(attendanceFields))

/** What one visit found and did (维修记录); for those who hear callers, because an owner signs it. */
export const repairNoteSchema = v.object({
  id: repairNoteIdSchema,
  community: communityIdSchema,
  ticket: ticketIdSchema,
  ...told,
  /** Who wrote the sheet as it stands, and when. */
  written: v.object(entryBase),
  /** [RN7] The sheets before, as they were, oldest first. */
  earlier: v.array(v.object({ ...entryBase, ...told })),
  signed: v.nullable(v.object({ ...entryBase, ...signedSchema.entries, of: changeIdSchema })),
  /** [RN8] Who from customer service was there, from when until when. */
  attended,
  voided: v.nullable(v.object({ ...entryBase, reason: lineSchema(300) })),
})

export type RepairNote = Immutable<v.InferOutput<typeof repairNoteSchema>>

const acts = {
  write: v.object({
    ...{ act: v.literal('write'), community: communityIdSchema, ticket: ticketIdSchema },
    ...{ ...told, attended: v.pipe(attended, v.maxLength(6)), signed: v.nullable(signedSchema) },
  }),
  amend: v.object({ act: v.literal('amend'), ...told, signed: v.nullable(signedSchema) }),
  /** `of` is the change that wrote what stood on the glass. */
  sign: v.object({ act: v.literal('sign'), ...signedSchema.entries, of: changeIdSchema }),
  attend: v.object({ act: v.literal('attend'), ...attendanceFields }),
  void: v.object({ act: v.literal('void'), reason: lineSchema(300) }),
}

export type RepairNoteAct = Immutable<
  { [Name in keyof typeof acts]: v.InferOutput<(typeof acts)[Name]> }[keyof typeof acts]
>

type Written = Extract<RepairNoteAct, { act: 'write' }>

type Given = NonNullable<Written['signed']>

/** Under the sheet that the change of this context writes. */
const signedNow = (signed: Given | null, context: ActContext): RepairNote['signed'] =>
  signed && { ...entryOf(context), ...signed, of: context.change }

const write = ({ act: _, signed, ...rest }: Written, context: ActContext): RepairNote => ({
  id: context.record as RepairNoteId,
  ...rest,
  ...{ written: entryOf(context), earlier: [], voided: null },
  signed: signedNow(signed, context),
})

const change = (
  note: RepairNote,
  act: Exclude<RepairNoteAct, Written>,
  context: ActContext,
): RepairNote => {
  const base = entryOf(context)
  switch (act.act) {
    case 'amend': {
      const before = { ...note.written, sheet: note.sheet }
      return {
        ...{ ...note, sheet: act.sheet, written: base, earlier: [...note.earlier, before] },
        signed: signedNow(act.signed, context) ?? note.signed,
      }
    }
    case 'sign': {
      const { act: _, ...signed } = act
      return { ...note, signed: { ...base, ...signed } }
    }
    case 'attend': {
      const { act: _, ...there } = act
      return isThere(note, there) ? note : { ...note, attended: [...note.attended, there] }
    }
    case 'void':
      return { ...note, voided: { ...base, reason: act.reason } }
  }
}

type Attendance = RepairNote['attended'][number]

const isThere = ({ attended }: RepairNote, there: Attendance): boolean =>
  attended.some(
    ({ staff, from, until }) =>
      staff === there.staff && from === there.from && until === there.until,
  )

/** Whether the change of this context wrote any of what the note holds. */
const isKnown = ({ written, earlier, signed, voided }: RepairNote, { change }: ActContext) =>
  [written, signed, voided, ...earlier].some((each) => each?.change === change)

const sheetsOf = ({ sheet, earlier }: RepairNote) => [sheet, ...earlier.map((each) => each.sheet)]

export const repairNoteKind: RecordKind<RepairNote, RepairNoteAct> = {
  kind: 'RepairNote',
  record: repairNoteSchema,
  acts,
  creates: ['write'],
  apply: (note, act, context) => {
    if (!note) return act.act === 'write' ? applied(write(act, context)) : malformed
    if (isKnown(note, context)) return applied(note)
    if (act.act === 'write') return noted(note, 'already-recorded')
    return note.voided ? noted(note, 'already-voided') : applied(change(note, act, context))
  },
  scopeOf: ({ community }) => callersScope(community),
  settledAt: ({ written }) => written.at,
  about: (note) => [note.ticket, ...(note.sheet.home ? [note.sheet.home] : [])],
  photosOf: (note) => [
    ...sheetsOf(note).flatMap(({ before, after }) => [...before, ...after]),
    ...(note.signed?.signature.picture ? [note.signed.signature.picture] : []),
  ],
}
