/** An unlock code to be made into what is kept of it. */
export interface PinJob {
  readonly pin: string
  /** 32 hex digits of chance, of one person on one phone. */
  readonly salt: string
  /** In KiB. */
  readonly memory: number
  readonly passes: number
}

/** Slow enough for whoever tries them all, quick enough for an old phone; kept beside each code. */
export const PIN_COST = { memory: 19_456, passes: 2 } as const
