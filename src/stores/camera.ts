import { useI18n } from 'petite-vue-i18n'
import type { Instant } from '../domain/instant'
import { dateAndTime } from '../domain/time-zone'
import { useEstate } from './estate'
import { usePhone } from './phone'

/** From the lens just now, or chosen among pictures that may be of any day. */
export type PhotoOrigin = 'camera' | 'gallery'

/** What is burnt into a photo: where and who, community and when. */
export const useStamp = () => {
  const { t } = useI18n()
  const { person } = usePhone()
  const estate = useEstate()

  /** [PH2] The instant is the phone's and says so; of a chosen picture only when it was chosen. */
  return (where: string, from: PhotoOrigin, at: Instant): readonly string[] => {
    const time = dateAndTime(at, estate.zone)
    const community = estate.community?.name ?? ''
    return [
      [where, person.name].filter(Boolean).join(' · '),
      t(`photo.stamp.${from}`, { time, community }),
    ]
  }
}
