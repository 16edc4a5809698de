import * as v from 'valibot'
import { calendarDaySchema } from '../calendar-day'
import { communityIdSchema } from '../community'
import { changeIdSchema, idSchema, type NameId } from '../id'
import type { Immutable } from '../immutable'
import { instantSchema } from '../instant'
import { placeIdSchema, type PlaceId } from '../place'
import { reasonSchema } from '../text'
import { entryBase } from '../thread'
import { detailFields, tailSchema, tieFields } from './detail'

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

/** Who owns or lives in homes of one building (业主档案), for those who serve it. */
export const ownerFileSchema = v.object({
  id: ownerFileIdSchema,
  ...fileBase,
  ...detailFields,
  ties: v.pipe(v.array(tieSchema), v.minLength(1)),
  openedAt: instantSchema,
  /** Once the last tie ended; null while there is one. */
  closedAt: v.nullable(instantSchema),
  /** By which act each part was last set: a detail by its name, a home by its id. */
  stamps: v.record(v.string(), v.object({ at: instantSchema, change: changeIdSchema })),
  /** Of two who set the same, what the other meant. */
  kept: v.array(v.object({ ...entryBase, part: v.string(), value: v.unknown() })),
  notes: v.array(noteSchema),
  /** [OF6] The tap is the record; `tail` says which number. */
  dials: v.array(v.object({ ...entryBase, tail: tailSchema })),
  reveals: v.array(revealSchema),
  /** [OF12] Taken away again: shown nowhere until somebody does something with it after all. */
  withdrawn: v.optional(v.object(entryBase)),
})
export type OwnerFile = Immutable<v.InferOutput<typeof ownerFileSchema>>
