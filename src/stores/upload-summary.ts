import { uploadSummary, type UploadSummary } from '../storage/upload-summary'
import { useLive } from './live'
import { usePhone } from './phone'

/** [ST8] Null until the database has answered: nothing is said to be uploaded before that is known. */
export const useUploadSummary = () => {
  const { database } = usePhone()
  return useLive<UploadSummary | null>(() => () => uploadSummary(database), null)
}
