import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'petite-vue-i18n'
import { useRawWords } from './use-raw-words'

/** Lists of words by their key, in the language shown now. */
export const useWordLists = () => {
  const { t } = useI18n()
  const rawWords = useRawWords()
  return (key: string): readonly string[] => {
    const words = rawWords(key)
    return Array.isArray(words) ? words.map((_word, index) => t(`${key}.${index}`)) : []
  }
}

export const useWordList = (key: string): ComputedRef<readonly string[]> => {
  const listOf = useWordLists()
  return computed(() => listOf(key))
}
