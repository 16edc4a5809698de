import type { OwnerFile } from '../domain/owner/owner-file'

/** What the table of owner files is asked by. */
export const ownerFileIndex = ({ ties }: OwnerFile) => ({
  homes: ties.map(({ home }) => home),
  /** [VI14] Of those who are still there. */
  movedInOn: ties.flatMap(({ since, leftOn }) => (since && !leftOn ? [since] : [])),
})
