import { useI18n } from 'petite-vue-i18n'
import type { ServiceInterruption } from '../../domain/interruption/interruption'
import type { Served } from '../../domain/serve/served'
import { localDay } from '../../domain/time-zone'
import { useEstate } from '../../stores/estate'
import { usePhone } from '../../stores/phone'
import type { Tone } from '../../ui/tone'
import { useTimeWords } from '../../ui/time/use-time-words'

export const INTERRUPTION_TONES: Readonly<Record<ServiceInterruption['status'], Tone>> = {
  ...{ planned: 'blue', stopped: 'red', restored: 'green', calledOff: 'plain' },
}

/** How one says what stops, when, and for how long. */
export const useInterruptionWords = () => {
  const { t } = useI18n()
  const { tick } = usePhone()
  const estate = useEstate()
  const { moment, clock } = useTimeWords()
  const at = (instant: number) => moment(instant, tick.value, estate.zone)
  /** Of the same day the hour says enough. */
  const atAfter = (from: number, instant: number) =>
    localDay(from, estate.zone) === localDay(instant, estate.zone)
      ? clock(instant, estate.zone)
      : at(instant)
  const span = ({ from, until }: Pick<ServiceInterruption, 'from' | 'until'>): string =>
    until === null
      ? t('interruption.spanOpen', { from: at(from) })
      : t('interruption.span', { from: at(from), until: atAfter(from, until) })
  const length = (minutes: number): string =>
    minutes < 60
      ? t('interruption.minutes', { n: minutes })
      : t('interruption.hours', { h: Math.floor(minutes / 60), m: minutes % 60 })
  /** 二期 11 层及以上 */
  const reachWords = ({ place, from, to }: Extract<Served, { kind: 'place' }>): string => {
    const name = estate.placeName(place)
    if (from !== null && to !== null) return t('interruption.between', { place: name, from, to })
    if (from !== null) return t('interruption.upFrom', { place: name, from })
    return to === null ? name : t('interruption.upTo', { place: name, to })
  }
  return { at, span, length, reachWords }
}
