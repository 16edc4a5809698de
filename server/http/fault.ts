/** What a log may say of a fault: its name, its code and where, never its words, which quote data. */
export interface Fault {
  readonly fault: string
  readonly code?: string | undefined
  readonly frames: readonly string[]
}

const MOST_FRAMES = 12

export const faultOf = (error: unknown): Fault => {
  if (!(error instanceof Error)) return { fault: typeof error, frames: [] }
  // A message of several lines may quote something that reads like a frame.
  const frames = (error.stack ?? '')
    .replace(error.message, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
    .slice(0, MOST_FRAMES)
  return { fault: error.name, code: 'code' in error ? String(error.code) : undefined, frames }
}
