import { computed } from 'vue'
import { useI18n } from 'petite-vue-i18n'
import { FACT_MARKS } from '../../domain/ready-words'
import { TELLING_OCCASIONS, type Telling } from '../../domain/telling'
import { useRawWords } from '../../ui/use-raw-words'

/** The ready words the app brings, in the language shown, with the marks where facts go. */
export const useBroughtTellings = () => {
  const { t } = useI18n()
  const rawWords = useRawWords()
  return computed(() =>
    TELLING_OCCASIONS.flatMap((on) => {
      const words = rawWords(`telling.ready.${on}`)
      if (!Array.isArray(words)) return []
      return words.map((_each, index): Telling => {
        return { on, words: t(`telling.ready.${on}.${index}`, { ...FACT_MARKS }) }
      })
    }),
  )
}
