/** What the disk did not give at the first asking may be a disk that is busy. */
export const TRIES = 3

/** Whether the browser still has bytes behind a blob: the first of them tells, or all. */
export const isReadable = async (blob: Blob, tries = TRIES): Promise<boolean> => {
  for (let tried = 0; tried < tries; tried += 1)
    try {
      await blob.slice(0, 1).arrayBuffer()
      return true
    } catch {
      // Asked once more.
    }
  return false
}
