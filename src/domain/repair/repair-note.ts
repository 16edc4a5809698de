import * as v from 'valibot'
import type { Attachment } from '../attachment'
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
import { repairSheetSchema, type RepairSheet } from './repair-sheet'
import { namesInOrder, sheetsInOrder } from './sheet-order'

export const repairNoteIdSchema = idSchema('RepairNoteId')
export type RepairNoteId = v.InferOutput<typeof repairNoteIdSchema>

const attendanceFields = { staff: staffIdSchema, from: instantSchema, until: instantSchema }

/** The owner's name under what they saw, and the hash of exactly that. */
const signedSchema = v.object({ signature: signatureSchema, sha256: sha256Schema })

const told = { sheet: repairSheetSchema }
const attended = v.array(v.object(attendanceFields))

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

const nameUnder = v.object({ ...entryBase, ...signedSchema.entries, of: changeIdSchema })

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
  /** The name that stands under it. */
  signed: v.nullable(nameUnder),
  /** [RN7] The names before, with what each was put under, oldest first. */
  signedBefore: v.array(nameUnder),
  /** [RN8] Who from customer service was there, from when until when. */
  attended,
  voided: v.nullable(v.object({ ...entryBase, reason: lineSchema(300) })),
  /** [RN10] What came after it was voided, or was written anew: as it was, and to no effect. */
  late: v.array(v.object({ ...entryBase, deed: v.variant('act', Object.values(acts)) })),
})

export type RepairNote = Immutable<v.InferOutput<typeof repairNoteSchema>>

export type RepairNoteAct = Immutable<
  { [Name in keyof typeof acts]: v.InferOutput<(typeof acts)[Name]> }[keyof typeof acts]
>

type Written = Extract<RepairNoteAct, { act: 'write' }>

type Given = NonNullable<Written['signed']>

export type NameUnder = NonNullable<RepairNote['signed']>

/** Under the sheet that the change of this context writes. */
const signedNow = (signed: Given | null, context: ActContext): RepairNote['signed'] =>
  signed && { ...entryOf(context), ...signed, of: context.change }

/** The names under it, the one that stands last. */
export const namesOf = ({ signed, signedBefore }: RepairNote): readonly NameUnder[] =>
  signed ? [...signedBefore, signed] : signedBefore

const withName = (note: RepairNote, name: NameUnder | null): RepairNote => {
  const given = [...namesOf(note), ...(name ? [name] : [])]
  const names = namesInOrder(given, [...note.earlier, note.written])
  return { ...note, signed: names.at(-1) ?? null, signedBefore: names.slice(0, -1) }
}

const withSheet = (note: RepairNote, corrected: RepairNote['earlier'][number]): RepairNote => {
  const { earlier, written: last } = note
  const sheets = sheetsInOrder([...earlier, { ...last, sheet: note.sheet }, corrected])
  const { sheet, ...written } = sheets.at(-1) ?? corrected
  return { ...note, sheet, written, earlier: sheets.slice(0, -1) }
}

const write = ({ act: _, signed, ...rest }: Written, context: ActContext): RepairNote => ({
  id: context.record as RepairNoteId,
  ...rest,
  ...{ written: entryOf(context), earlier: [], signedBefore: [], voided: null, late: [] },
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
      const corrected = withSheet(note, { ...base, sheet: act.sheet })
      return withName(corrected, signedNow(act.signed, context))
    }
    case 'sign': {
      const { act: _, ...signed } = act
      return withName(note, { ...base, ...signed })
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
const isKnown = (note: RepairNote, { change }: ActContext) =>
  [note.written, note.voided, ...note.earlier, ...namesOf(note), ...note.late].some(
    (each) => each?.change === change,
  )

/** [RN10] It changes nothing and stays as what it was. */
const keepLate = (note: RepairNote, deed: RepairNoteAct, context: ActContext): RepairNote => ({
  ...note,
  late: [...note.late, { ...entryOf(context), deed }],
})

const photosOfSheet = ({ before, after }: RepairSheet) => [...before, ...after]
const pictureOf = (given: Given | null) =>
  given?.signature.picture ? [given.signature.picture] : []

const photosOfAct = (deed: RepairNoteAct): readonly Attachment[] => {
  switch (deed.act) {
    case 'write':
    case 'amend':
      return [...photosOfSheet(deed.sheet), ...pictureOf(deed.signed)]
    case 'sign':
      return pictureOf(deed)
    default:
      return []
  }
}

export const repairNoteKind: RecordKind<RepairNote, RepairNoteAct> = {
  kind: 'RepairNote',
  record: repairNoteSchema,
  acts,
  creates: ['write'],
  apply: (note, act, context) => {
    if (!note) return act.act === 'write' ? applied(write(act, context)) : malformed
    if (isKnown(note, context)) return applied(note)
    if (act.act === 'write') return noted(keepLate(note, act, context), 'already-recorded')
    if (note.voided) return noted(keepLate(note, act, context), 'already-voided')
    return applied(change(note, act, context))
  },
  scopeOf: ({ community }) => callersScope(community),
  settledAt: ({ written }) => written.at,
  about: (note) => [note.ticket, ...(note.sheet.home ? [note.sheet.home] : [])],
  photosOf: (note) => [
    ...[note.sheet, ...note.earlier.map(({ sheet }) => sheet)].flatMap(photosOfSheet),
    ...namesOf(note).flatMap(pictureOf),
    ...note.late.flatMap(({ deed }) => photosOfAct(deed)),
  ],
}
