import * as v from 'valibot'
import { calendarDaySchema } from '../calendar-day'
import { communityIdSchema } from '../community'
import { changeIdSchema, idSchema, staffIdSchema, type NameId } from '../id'
import type { Immutable } from '../immutable'
import { instantSchema } from '../instant'
import { placeIdSchema, type PlaceId } from '../place'
import { reasonSchema } from '../text'
import { entryBase } from '../thread'
import { detailFields, tailSchema, tieFields } from './detail'
import { lookSchema, paperSchema } from './paper'

export const ownerFileIdSchema = idSchema('OwnerFileId')
export type OwnerFileId = v.InferOutput<typeof ownerFileIdSchema>

/** Whom it is about: the same in each building where they have a home. */
export const personIdSchema = idSchema('PersonId')
export type PersonId = v.InferOutput<typeof personIdSchema>

/** [OF1] One per person and building, the same on every phone. */
export const ownerFileId = (person: PersonId, building: PlaceId, nameId: NameId): OwnerFileId =>
  nameId(person, `owner-file/${building}`) as OwnerFileId

export const fileBase = {
  person: personIdSchema,
  community: communityIdSchema,
  building: placeIdSchema,
}

/** What a person knows of a home there; `leftOn` once that is over. */
const tieSchema = v.object({
  home: placeIdSchema,
  ...tieFields,
  leftOn: v.nullable(calendarDaySchema),
})
export type Tie = Immutable<v.InferOutput<typeof tieSchema>>

const noteSchema = v.object({
  ...entryBase,
  words: reasonSchema,
  withdrawn: v.nullable(v.object({ ...entryBase, why: reasonSchema })),
})
export type FileNote = Immutable<v.InferOutput<typeof noteSchema>>

const revealSchema = v.object({
  ...entryBase,
  ...{ tail: tailSchema, why: reasonSchema, until: instantSchema },
})
export type Reveal = Immutable<v.InferOutput<typeof revealSchema>>

/** How a copy of what is held went to them: on paper, as a table, as data. */
export const HAND_OUTS = ['paper', 'workbook', 'data'] as const
export type HandOut = (typeof HAND_OUTS)[number]

/** Who owns or lives in homes of one building (业主档案), for those who serve it. */
export const ownerFileSchema = v.object({
  id: ownerFileIdSchema,
  ...fileBase,
  ...detailFields,
  ties: v.pipe(v.array(tieSchema), v.minLength(1)),
  openedAt: instantSchema,
  openedBy: staffIdSchema,
  /** Once the last tie ended; null while there is one. */
  closedAt: v.nullable(instantSchema),
  /** By which act each part was last set, and by whom: a detail by its name, a home by its id. */
  stamps: v.record(v.string(), v.object(entryBase)),
  /** Of two who set the same, what the other meant; and where somebody chose. */
  kept: v.array(v.object({ ...entryBase, part: v.string(), value: v.unknown() })),
  settled: v.array(v.object({ ...entryBase, of: changeIdSchema, part: v.string() })),
  notes: v.array(noteSchema),
  /** [OF6] The tap is the record; `tail` says which number. */
  dials: v.array(v.object({ ...entryBase, tail: tailSchema })),
  reveals: v.array(revealSchema),
  /** [OF12] Taken away again: shown nowhere until somebody does something with it after all. */
  withdrawn: v.optional(v.object(entryBase)),
  papers: v.array(paperSchema),
  looks: v.array(lookSchema),
  /** [OF14] Who made a copy of all this for them, and why. */
  handOuts: v.array(v.object({ ...entryBase, how: v.picklist(HAND_OUTS), why: reasonSchema })),
  /** [OF13] The same person's other file of the building, where they go on. */
  mergedInto: v.nullable(v.object({ ...entryBase, into: ownerFileIdSchema })),
})
export type OwnerFile = Immutable<v.InferOutput<typeof ownerFileSchema>>
