export interface StorageEstimate {
  readonly usedBytes: number
  readonly freeBytes: number
  readonly isPersistent: boolean
}

/** What the browser says of the room on this phone; null where it says nothing. */
export const storageEstimate = async (): Promise<StorageEstimate | null> => {
  if (!('storage' in navigator) || !('estimate' in navigator.storage)) return null
  const { usage = 0, quota = 0 } = await navigator.storage.estimate()
  const isPersistent = await navigator.storage.persisted()
  return { usedBytes: usage, freeBytes: Math.max(0, quota - usage), isPersistent }
}

/** Asks the browser not to clear our data by itself. */
export const askToPersist = async (): Promise<boolean> =>
  'storage' in navigator && 'persist' in navigator.storage ? navigator.storage.persist() : false
