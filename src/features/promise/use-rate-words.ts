import { useI18n } from 'petite-vue-i18n'
import { shareKept, type Rate } from '../../domain/promise/rate'

/** A share never stands without the sums it comes from. */
export const useRateWords = () => {
  const { t } = useI18n()
  const share = (rate: Rate): string => {
    const n = shareKept(rate)
    return n === null ? '—' : t('promise.rates.share', { n })
  }
  const sums = (rate: Rate): string => {
    if (rate.due === 0) return t('promise.rates.noShare')
    const { due, kept, late, broken, overdue } = rate
    return t('promise.rates.sums', { due, kept, late, broken, overdue })
  }
  return { share, sums }
}
