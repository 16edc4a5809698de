import { changeIdSchema, staffIdSchema } from './id'
import { instantSchema } from './instant'
import type { ActContext } from './record-kind'

/** What every entry of a thread (经过) carries: by which change, when, by whom. */
export const entryBase = { change: changeIdSchema, at: instantSchema, by: staffIdSchema }

/** What of an act's context its entry keeps. */
export type EntryContext = Pick<ActContext, 'change' | 'at' | 'by'>

export const entryOf = ({ change, at, by }: EntryContext) => ({ change, at, by })

/** Whether the act of this context is already in the thread. */
export const isInThread = (
  thread: readonly { readonly change: string }[],
  context: ActContext,
): boolean => thread.some((entry) => entry.change === context.change)
