import { useI18n } from 'vue-i18n'
import { preparePhoto, type PhotoFailure, type PreparedPhoto } from '../device/photo/prepare-photo'
import type { Instant } from '../domain/instant'
import type { Result } from '../domain/result'
import { wallClock } from '../domain/time-zone'
import { useEstate } from './estate'
import { usePhone } from './phone'

/** Turns what the camera gave into a photo a record can name, stamped with where, who and when. */
export const useCamera = () => {
  const { t } = useI18n()
  const { person, now } = usePhone()
  const estate = useEstate()

  /** A picture outlives the day: never “today” in it. */
  const timeOf = (at: Instant): string => {
    const { day, minutes } = wallClock(at, estate.zone)
    const two = (value: number) => String(value).padStart(2, '0')
    return `${day} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
  }

  const prepare = (file: Blob, where: string): Promise<Result<PreparedPhoto, PhotoFailure>> => {
    const takenAt = now()
    const stamp = t('patrol.stamp', {
      time: timeOf(takenAt),
      community: estate.community?.name ?? '',
    })
    const who = [where, person.name].filter(Boolean).join(' · ')
    return preparePhoto(file, [who, stamp], takenAt)
  }
  return { prepare }
}
