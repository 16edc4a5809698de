import { useI18n } from 'vue-i18n'
import { preparePhoto, type PhotoFailure, type PreparedPhoto } from '../device/photo/prepare-photo'
import type { Instant } from '../domain/instant'
import type { Result } from '../domain/result'
import { dateAndTime } from '../domain/time-zone'
import { useEstate } from './estate'
import { usePhone } from './phone'

/** From the lens just now, or chosen among pictures that may be of any day. */
export type PhotoOrigin = 'camera' | 'gallery'

/** Turns what the camera gave into a photo a record can name, stamped with where, who and when. */
export const useCamera = () => {
  const { t } = useI18n()
  const { person, now } = usePhone()
  const estate = useEstate()

  /** [PH2] The instant is the phone's and says so; of a chosen picture only when it was chosen. */
  const prepare = (
    file: Blob,
    where: string,
    from: PhotoOrigin = 'camera',
    at: Instant = now(),
  ): Promise<Result<PreparedPhoto, PhotoFailure>> => {
    const stamp = t(`photo.stamp.${from}`, {
      time: dateAndTime(at, estate.zone),
      community: estate.community?.name ?? '',
    })
    const who = [where, person.name].filter(Boolean).join(' · ')
    return preparePhoto(file, [who, stamp], at)
  }
  return { prepare }
}
