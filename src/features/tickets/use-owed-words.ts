import { computed } from 'vue'
import { useI18n } from 'petite-vue-i18n'
import { usePromiseLoad } from '../../stores/promise-load'

/** [PR7] Before one more time is given; empty where nothing is owed. */
export const useOwedWords = () => {
  const { t } = useI18n()
  const load = usePromiseLoad()
  return computed(() =>
    load.value.open > 0
      ? t('nextWord.load', { open: load.value.open, tomorrow: load.value.tomorrow })
      : '',
  )
}
