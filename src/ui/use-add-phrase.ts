import type { Ref } from 'vue'
import { useI18n } from 'petite-vue-i18n'

/** Adds a ready phrase to what is written already; one that stands there is not said twice. */
export const useAddPhrase = (words: Ref<string>) => {
  const { t } = useI18n()
  return (phrase: string): void => {
    if (words.value.includes(phrase)) return
    words.value = words.value.trim() ? t('ui.also', { words: words.value, phrase }) : phrase
  }
}
