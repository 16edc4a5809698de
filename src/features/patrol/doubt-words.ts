import { useI18n } from 'petite-vue-i18n'
import type { Doubt } from '../../domain/visit-doubt'

/** A doubt in words: as a question to the walker, or as a note for whoever reads the round. */
export const useDoubtWords = () => {
  const { t } = useI18n()
  return {
    ask: (doubt: Doubt): string => t(`doubt.ask.${doubt.kind}`, { ...doubt }),
    note: (doubt: Doubt): string => t(`doubt.note.${doubt.kind}`, { ...doubt }),
  }
}
