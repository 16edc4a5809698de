import { keyOf } from '../store'
import type { PhotoName } from '../stored'

const nameOf = (name: PhotoName): string => `${name.sha256} ${keyOf(name)}`

/** Each name once; who brought it in for its namer may be learnt later. */
export const namedToo = (
  held: readonly PhotoName[],
  further: readonly PhotoName[],
): readonly PhotoName[] => {
  const names = new Map(held.map((name) => [nameOf(name), name]))
  for (const name of further) {
    const before = names.get(nameOf(name))
    const importedBy = name.importedBy ?? before?.importedBy ?? null
    names.set(nameOf(name), { ...(before ?? name), importedBy })
  }
  return [...names.values()]
}
