import { preparePhoto, type PhotoFailure, type PreparedPhoto } from '../device/photo/prepare-photo'
import type { Result } from '../domain/result'
import { usePhone } from './phone'

/** Turns what the camera gave into a photo a record can name, stamped with who and where. */
export const useCamera = () => {
  const { now } = usePhone()
  return {
    prepare: (file: Blob, stamp: readonly string[]): Promise<Result<PreparedPhoto, PhotoFailure>> =>
      preparePhoto(file, stamp, now()),
  }
}
