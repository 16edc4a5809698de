import { useI18n } from 'petite-vue-i18n'

interface Load {
  readonly open: number
  readonly tomorrow: number
  readonly overdue: number
}

/** [PR7] 您还有 n 个没兑现,明天到期 m 个 */
export const useLoadWords = () => {
  const { t } = useI18n()
  return ({ open, tomorrow, overdue }: Load): string => {
    if (open === 0) return t('promise.loadNone')
    return overdue > 0
      ? t('promise.loadOverdue', { open, tomorrow, overdue })
      : t('promise.load', { open, tomorrow })
  }
}
