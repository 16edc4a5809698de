import type { ChangeId } from './id'
import type { Instant } from './instant'
import type { ActContext } from './record-kind'
import { isSame } from './same'

/** When and by which change a field was last set. */
export interface FieldStamp {
  readonly at: Instant
  readonly change: ChangeId
}

export type FieldStamps = { readonly [field: string]: FieldStamp | undefined }

/** The value its author saw and the value meant. */
export interface FieldEdit<Value> {
  readonly seen: Value
  readonly meant: Value
}

export type FieldEdits<Fields> = {
  readonly [Name in keyof Fields]?: FieldEdit<Fields[Name]> | undefined
}

/** What an editable field may hold. */
export type FieldValue = string | number | boolean | null

/** A field two people set: what stands, and what is kept beside it. */
export interface FieldConflict {
  readonly field: string
  readonly stands: FieldValue
  readonly kept: FieldValue
  /** Whether the value of the act at hand is the one that lost. */
  readonly lost: boolean
}

export interface EditedFields<Fields> {
  readonly fields: Partial<Fields>
  readonly stamps: FieldStamps
  readonly conflicts: readonly FieldConflict[]
}

/** Later instant stands; at the same instant the greater change id. */
const isLater = (context: ActContext, stamp: FieldStamp): boolean =>
  context.at > stamp.at || (context.at === stamp.at && context.change > stamp.change)

/** [MG1] Different fields both stand; of the same field the later stands and the other is kept. */
export const mergeEdits = <Fields extends { readonly [Name in keyof Fields]: FieldValue }>(
  current: Fields,
  stamps: FieldStamps,
  edits: FieldEdits<Fields>,
  context: ActContext,
): EditedFields<Fields> => {
  const fields: Partial<Fields> = {}
  const nextStamps: Record<string, FieldStamp | undefined> = { ...stamps }
  const conflicts: FieldConflict[] = []
  for (const field of Object.keys(edits) as (keyof Fields & string)[]) {
    const edit = edits[field]
    if (!edit) continue
    const held = current[field]
    const stamp = stamps[field]
    const moved = stamp !== undefined && !isSame(held, edit.seen) && !isSame(held, edit.meant)
    if (moved) {
      const stands = isLater(context, stamp)
      conflicts.push({
        field,
        stands: stands ? edit.meant : held,
        kept: stands ? held : edit.meant,
        lost: !stands,
      })
      if (!stands) continue
    }
    fields[field] = edit.meant
    if (!stamp || isLater(context, stamp))
      nextStamps[field] = { at: context.at, change: context.change }
  }
  return { fields, stamps: nextStamps, conflicts }
}
