import { useI18n } from 'petite-vue-i18n'
import type { ListedPromise } from '../../stores/promise-list'

/** What a promise is called: its own words, or whom to get back to about which ticket. */
export const usePromiseTitle = () => {
  const { t } = useI18n()
  return ({ kind, words, title }: ListedPromise): string =>
    kind === 'promise' ? words : t('promise.wordOf', { title })
}
