import * as v from 'valibot'
import { calendarDaySchema } from '../calendar-day'
import {
  FACILITY_FIELDS,
  FACILITY_STATES,
  facilityFields,
  installedSchema,
  type FacilityFields,
  type FacilityState,
} from '../facility'
import { changeIdSchema } from '../id'
import type { Immutable } from '../immutable'
import { instantSchema } from '../instant'
import { servesSchema } from '../serve/served'
import { lineSchema, reasonSchema } from '../text'
import { tokenSchema } from '../token'

export type FacilityEdits = {
  readonly [Name in keyof FacilityFields]?:
    { readonly seen: FacilityFields[Name]; readonly meant: FacilityFields[Name] } | undefined
}

/** Of each part meant: what its author saw, and what it is to be. */
const editsSchema = v.object(
  Object.fromEntries(
    FACILITY_FIELDS.map((name) => {
      const value: v.GenericSchema = facilityFields[name]
      return [name, v.optional(v.object({ seen: value, meant: value }))]
    }),
  ),
) as unknown as v.GenericSchema<FacilityEdits>

/** The state its author saw, why it is another now, and since when. */
const turn = {
  from: v.picklist(FACILITY_STATES),
  why: reasonSchema,
  since: v.nullable(instantSchema),
}

export const facilityActs = {
  install: v.object({ act: v.literal('install'), facility: installedSchema }),
  amend: v.object({ act: v.literal('amend'), fields: editsSchema }),
  /** [FA21] What it serves besides, and what no longer. */
  serve: v.object({ act: v.literal('serve'), add: servesSchema, drop: servesSchema }),
  /** Of two who set the same part, somebody chose: what was kept beside it is done with. */
  settle: v.object({ act: v.literal('settle'), of: changeIdSchema, part: v.string() }),
  breakDown: v.object({ act: v.literal('breakDown'), ...turn }),
  takeOut: v.object({ act: v.literal('takeOut'), ...turn }),
  putToUse: v.object({ act: v.literal('putToUse'), ...turn }),
  scrap: v.object({ act: v.literal('scrap'), ...turn }),
  /** Takes back the last of the four. */
  undo: v.object({ act: v.literal('undo'), change: changeIdSchema }),
  /** [FA10] It was maintained on that day, and one of ours says it was done. */
  maintain: v.object({ act: v.literal('maintain'), on: calendarDaySchema }),
  /** Its first label. */
  giveToken: v.object({ act: v.literal('giveToken'), token: tokenSchema }),
  /** Another in place of one that is lost, torn or copied. */
  replaceToken: v.object({
    ...{ act: v.literal('replaceToken'), token: tokenSchema, reason: lineSchema(120) },
  }),
}

export type FacilityAct = Immutable<
  {
    [Name in keyof typeof facilityActs]: v.InferOutput<(typeof facilityActs)[Name]>
  }[keyof typeof facilityActs]
>
export type FacilityActOf<Name extends FacilityAct['act']> = Extract<FacilityAct, { act: Name }>

/** Which act brings which state. */
export const TURN_OF = {
  down: 'breakDown',
  outOfService: 'takeOut',
  inUse: 'putToUse',
  scrapped: 'scrap',
} as const satisfies Record<FacilityState, FacilityAct['act']>
export type TurnAct = FacilityActOf<(typeof TURN_OF)[FacilityState]>
