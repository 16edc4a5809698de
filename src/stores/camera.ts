import { useI18n } from 'vue-i18n'
import { preparePhoto, type PhotoFailure, type PreparedPhoto } from '../device/photo/prepare-photo'
import type { Result } from '../domain/result'
import { dateAndTime } from '../domain/time-zone'
import { useEstate } from './estate'
import { usePhone } from './phone'

/** Turns what the camera gave into a photo a record can name, stamped with where, who and when. */
export const useCamera = () => {
  const { t } = useI18n()
  const { person, now } = usePhone()
  const estate = useEstate()

  const prepare = (file: Blob, where: string): Promise<Result<PreparedPhoto, PhotoFailure>> => {
    const takenAt = now()
    const stamp = t('patrol.stamp', {
      time: dateAndTime(takenAt, estate.zone),
      community: estate.community?.name ?? '',
    })
    const who = [where, person.name].filter(Boolean).join(' · ')
    return preparePhoto(file, [who, stamp], takenAt)
  }
  return { prepare }
}
