import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'

/** A list of words under one key, in the language shown now. */
export const useWordList = (key: string): ComputedRef<readonly string[]> => {
  const { tm, rt } = useI18n()
  return computed(() => {
    const words: unknown = tm(key)
    return Array.isArray(words) ? words.map((each: string) => rt(each)) : []
  })
}
