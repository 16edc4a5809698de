import { useI18n } from 'petite-vue-i18n'
import { wordsUnder } from './words-under'

/** What stands under a key in the language shown, before it is put into words. */
export const useRawWords = () => {
  const { locale, messages } = useI18n()
  return (key: string): unknown =>
    wordsUnder((messages.value as Record<string, unknown>)[locale.value], key)
}
