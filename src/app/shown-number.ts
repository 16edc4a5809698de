import { watch } from 'vue'
import { useI18n } from 'petite-vue-i18n'
import { showAppBadge } from '../device/app-badge'
import { useToday } from '../stores/today'

/** [TD7] What needs the person, as a number on the app's mark and before the window's title. */
export const useShownNumber = (): void => {
  const { t, locale } = useI18n()
  const today = useToday()
  watch(
    [() => today.needed, () => today.isRead, locale],
    ([needed, isRead]) => {
      if (!isRead) return
      document.title = needed > 0 ? t('app.titled', { n: needed }) : t('app.name')
      void showAppBadge(needed)
    },
    { immediate: true },
  )
}
