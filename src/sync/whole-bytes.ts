export type HashOf = (blob: Blob) => Promise<string>

/** Whether bytes are still those their name was made of. */
export const isWhole = async (blob: Blob, sha256: string, hashOf: HashOf): Promise<boolean> => {
  try {
    return (await hashOf(blob)) === sha256
  } catch {
    // The browser lost the bytes behind the blob: the same to us as wrong bytes.
    return false
  }
}
