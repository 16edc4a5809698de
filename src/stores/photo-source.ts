import type { KindName } from '../domain/kind-table'
import { photoBlob } from '../storage/photo-repository'
import { useLive } from './live'
import { usePhone } from './phone'

/** A photo's bytes: this phone's own, else the server's. Null when neither has them now. */
export const usePhotoSource = () => {
  const { database, person } = usePhone()
  return async (sha256: string): Promise<Blob | null> => {
    const own = await photoBlob(database, sha256)
    if (own) return own
    try {
      const response = await fetch(`/api/v1/photos/${sha256}?staff=${person.staff}`)
      return response.ok ? await response.blob() : null
    } catch {
      // No network: the preview in the record is what can be shown.
      return null
    }
  }
}

/** Hashes a record names whose bytes the server does not hold yet. */
export const useMissingPhotos = (kind: KindName, id: () => string) => {
  const { database } = usePhone()
  return useLive<readonly string[]>(() => {
    const record = id()
    return async () => (await database.held(kind).get(record))?.photosMissing ?? []
  }, [])
}
