import { open } from 'node:fs/promises'

/** A file, or the names in a folder, on the disk for good. */
export const flush = async (path: string): Promise<void> => {
  const handle = await open(path, 'r')
  await handle.sync().finally(() => handle.close())
}
