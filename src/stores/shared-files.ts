import { dropShared, sharedFiles } from '../device/shared-files'

interface Taker {
  readonly takeAll: (files: readonly Blob[]) => Promise<void>
  readonly hasUnkept: () => boolean
  readonly say: (words: string) => void
}

/** [TD14] What another app shared goes into the snap; answers whether there was anything. */
export const takeShared = async (now: number, { takeAll, hasUnkept, say }: Taker) => {
  const { files, words } = await sharedFiles(now)
  if (words) say(words)
  if (files.length > 0) await takeAll(files)
  // What the disk would not keep stays where it is, to be taken the next time.
  if (!hasUnkept()) await dropShared()
  return files.length > 0 || words !== ''
}
