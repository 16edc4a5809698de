import { useI18n } from 'petite-vue-i18n'
import type { ClockFault } from '../../stores/clock-settings'

/** What does not read, in words. */
export const useFaultWords = () => {
  const { t } = useI18n()
  return (fault: ClockFault): string => {
    switch (fault.kind) {
      case 'days':
        return t('clocks.fault.days', { line: fault.line, text: fault.text })
      case 'number':
        return t('clocks.fault.number', { least: fault.least, most: fault.most })
      case 'both':
        return t('clocks.fault.both', { day: fault.text })
      default:
        return t(`clocks.fault.${fault.kind}`)
    }
  }
}
