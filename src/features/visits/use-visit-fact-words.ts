import { useI18n } from 'petite-vue-i18n'
import { dateAndTime } from '../../domain/time-zone'
import type { OwnerVisit } from '../../domain/visit/owner-visit'
import { visitedAt } from '../../domain/visit/visited-at'
import { useNotices } from '../../stores/notice'
import { useEstate } from '../../stores/estate'
import { useAskedWords } from './use-asked-words'
import { useVisitWords } from '../../ui/visit/use-visit-words'

/** All that a visit says, a line for each thing there is; times as they stand, to the minute. */
export const useVisitFactWords = () => {
  const { t } = useI18n()
  const estate = useEstate()
  const { resultWords, dayWords } = useVisitWords()
  const askedWords = useAskedWords()
  const { notices } = useNotices()
  const feeOf = ({ fee }: OwnerVisit): string =>
    fee ? [t(`visit.feeReason.${fee.reason}`), fee.words].filter(Boolean).join(' · ') : ''
  const handedOf = ({ handed }: OwnerVisit): string =>
    notices.value
      .filter(({ id }) => handed.includes(id))
      .map(({ title }) => title)
      .join('、')
  const exact = (at: number) => dateAndTime(at, estate.zone)
  const titleOf = (visit: OwnerVisit): string =>
    [t(`visit.channel.${visit.channel}`), resultWords(visit), visit.slip ? t('visit.slipLeft') : '']
      .filter(Boolean)
      .join(' · ')
  const heedsOf = ({ heeds }: OwnerVisit): string =>
    heeds
      .map(({ what, reason, until }) => {
        const named = { what: t(`visit.heed.${what}`), reason }
        return until === null
          ? t('visit.heedOver', named)
          : t('visit.heedUntil', { ...named, day: dayWords(until) })
      })
      .join('\n')
  const nextOf = ({ next, cancelled }: OwnerVisit): string => {
    if (!next) return ''
    return cancelled ? t('visit.cancelled') : exact(next.from)
  }
  const factsOf = (visit: OwnerVisit) => {
    const people = [visit.made.by, ...visit.with].map(estate.staffName).join('、')
    return [
      { key: 'when', label: t('visit.when'), value: exact(visitedAt(visit)) },
      {
        ...{ key: 'noted', label: t('visit.notedWhen') },
        value: visit.happenedAt === null ? '' : exact(visit.made.at),
      },
      { key: 'who', label: t('visit.who'), value: people },
      { key: 'said', label: t('visit.saidWords'), value: visit.said },
      { key: 'wish', label: t('visit.wishWords'), value: visit.wish },
      { key: 'handed', label: t('visit.handedFact'), value: handedOf(visit) },
      { key: 'fee', label: t('visit.feeFact'), value: feeOf(visit) },
      {
        ...{ key: 'pay', label: t('visit.feePayFact') },
        value: visit.fee?.payOn ? dayWords(visit.fee.payOn) : '',
      },
      ...askedWords(visit),
      { key: 'quiet', label: t('visit.quietWhyGone'), value: visit.quiet ?? '' },
      { key: 'next', label: t('visit.agreedWhen'), value: nextOf(visit) },
      { key: 'heeds', label: t('visit.heedSaid'), value: heedsOf(visit) },
    ].filter(({ value }) => value !== '')
  }
  return { factsOf, titleOf }
}
