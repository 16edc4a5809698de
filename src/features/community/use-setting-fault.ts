import { useI18n } from 'petite-vue-i18n'
import type { SettingFault } from '../../stores/community-fault'

/** What cannot be kept so, in words. */
export const useSettingFault = () => {
  const { t } = useI18n()
  return (fault: SettingFault | undefined): string => {
    if (!fault) return ''
    const { kind, ...holes } = fault
    return t(`community.fault.${kind}`, holes)
  }
}
