import { useI18n } from 'petite-vue-i18n'
import type { Device } from '../../stores/devices'
import { useEstate } from '../../stores/estate'
import { usePhone } from '../../stores/phone'
import { useTimeWords } from '../../ui/time/use-time-words'
import { machineOf } from '../../ui/device-machine'

/** A device in words: whose, what it is, when it was heard, what it holds, how it stands. */
export const useDeviceWords = () => {
  const { t } = useI18n()
  const { tick } = usePhone()
  const estate = useEstate()
  const { ago, moment } = useTimeWords()

  const stateOf = ({ revokedAt, isSignedIn }: Device) => {
    if (revokedAt !== null) return isSignedIn ? 'leaving' : 'revoked'
    return isSignedIn ? 'open' : 'ended'
  }
  return {
    person: ({ staff }: Device): string => estate.staffName(staff) || t('devices.nobody'),
    machine: ({ name }: Device): string => t(`devices.kind.${machineOf(name)}`),
    heard: ({ heardAt }: Device): string => ago(heardAt, tick.value),
    waiting: ({ waiting: { changes, photos } }: Device): string =>
      changes + photos > 0 ? t('devices.holds', { changes, photos }) : t('devices.holdsNothing'),
    waitingLong: ({ waiting: { changes, photos } }: Device): string =>
      changes + photos > 0
        ? t('devices.holdsLong', { changes, photos })
        : t('devices.holdsNothingLong'),
    oldest: ({ waiting: { oldestAt } }: Device): string =>
      oldestAt === null
        ? ''
        : t('devices.oldest', { time: moment(oldestAt, tick.value, estate.zone) }),
    version: ({ app, schema }: Device): string => t('devices.versionOf', { app, schema }),
    state: (device: Device): string => t(`devices.state.${stateOf(device)}`),
  }
}

export type DeviceWords = ReturnType<typeof useDeviceWords>
