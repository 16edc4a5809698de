/** Calls back after so many milliseconds; answers how to call it off. */
export type After = (milliseconds: number, work: () => void) => () => void

/** How long something may go on without a sign of life. */
export interface Limit {
  readonly signal: AbortSignal
  /** A sign of life: the time begins anew. */
  readonly goOn: () => void
  readonly end: () => void
  readonly isOver: () => boolean
}

export const limitOf = (after: After, outer: AbortSignal, milliseconds: number): Limit => {
  const limit = new AbortController()
  const begin = () => after(milliseconds, () => limit.abort())
  let callOff = begin()
  return {
    signal: AbortSignal.any([outer, limit.signal]),
    goOn: () => {
      callOff()
      callOff = begin()
    },
    end: () => callOff(),
    isOver: () => limit.signal.aborted,
  }
}
