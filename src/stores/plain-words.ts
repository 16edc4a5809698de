import { useI18n } from 'petite-vue-i18n'
import { withoutNames } from '../domain/intake/without-names'

/** [IN3] What everybody who works on it may read: without the name of who spoke, and without their number. */
export const usePlainWords = () => {
  const { t } = useI18n()
  return (words: string, name: string): string =>
    withoutNames(words.trim(), name, { name: t('topic.theOwner'), number: t('topic.aNumber') })
}
