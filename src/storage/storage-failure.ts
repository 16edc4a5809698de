/** Why nothing was saved, with a way out for each. */
export type StorageFailure =
  { readonly kind: 'storage-full' } | { readonly kind: 'storage-broken'; readonly message: string }

const namesOf = (error: unknown): string[] => {
  const names: string[] = []
  let current: unknown = error
  while (current instanceof Error && names.length < 5) {
    names.push(current.name)
    current = 'inner' in current ? current.inner : current.cause
  }
  return names
}

export const storageFailure = (error: unknown): StorageFailure =>
  namesOf(error).includes('QuotaExceededError')
    ? { kind: 'storage-full' }
    : { kind: 'storage-broken', message: error instanceof Error ? error.name : String(error) }
