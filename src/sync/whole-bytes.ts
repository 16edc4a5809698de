export type HashOf = (blob: Blob) => Promise<string>

/** What the disk did not give at the first asking may be a disk that is busy. */
const TRIES = 3

/** The hash of bytes that are there; null where the browser lost them. */
export const hashOfHeld = async (blob: Blob, hashOf: HashOf): Promise<string | null> => {
  for (let tried = 0; tried < TRIES; tried += 1)
    try {
      return await hashOf(blob)
    } catch {
      // Asked once more.
    }
  return null
}

/** Whether bytes are still those their name was made of; lost ones are the same to us as wrong ones. */
export const isWhole = async (blob: Blob, sha256: string, hashOf: HashOf): Promise<boolean> =>
  (await hashOfHeld(blob, hashOf)) === sha256
