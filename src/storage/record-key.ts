import type { RecordId } from '../domain/id'
import type { KindName } from '../domain/kind-table'
import { TABLE_OF } from './phone-database'

export const recordKey = (kind: KindName, id: RecordId): string => `${kind}/${id}`

const isKept = (kind: string): kind is KindName => Object.hasOwn(TABLE_OF, kind)

/** What a key speaks of; null where it is of a kind this app does not know. */
export const readKey = (key: string): { readonly kind: KindName; readonly id: string } | null => {
  const [kind = '', id = ''] = key.split('/')
  return isKept(kind) ? { kind, id } : null
}
