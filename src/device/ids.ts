import { v5, v7 } from 'uuid'
import type { NameId } from '../domain/id'

export const newId = (): string => v7()

export const nameId: NameId = (namespace, name) => v5(name, namespace)

/** What a label says: 128 bits of chance in letters a code reads easily. */
export const newToken = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}
