import type { PhoneDatabase } from './phone-database'

interface PreviousUpload {
  size: number | null
  metadata: Record<string, string>
  creationTime: string
  urlStorageKey: string
  uploadUrl: string | null
  parallelUploadUrls: string[] | null
}

/** Where an upload that was cut goes on, kept beside the photos so that it outlives the tab. */
export const uploadUrls = (database: PhoneDatabase) => {
  const read = async (fingerprint?: string): Promise<PreviousUpload[]> => {
    const found =
      fingerprint === undefined
        ? await database.uploads.toArray()
        : await database.uploads.where('fingerprint').equals(fingerprint).toArray()
    return found.map(
      ({ upload, urlStorageKey }) => ({ ...upload, urlStorageKey }) as unknown as PreviousUpload,
    )
  }
  return {
    findAllUploads: () => read(),
    findUploadsByFingerprint: (fingerprint: string) => read(fingerprint),
    addUpload: async (fingerprint: string, upload: object): Promise<string> => {
      await database.uploads.put({ urlStorageKey: fingerprint, fingerprint, upload })
      return fingerprint
    },
    removeUpload: async (urlStorageKey: string): Promise<void> => {
      await database.uploads.delete(urlStorageKey)
    },
  }
}
