import { useI18n } from 'petite-vue-i18n'
import { useImportFiles } from '../../stores/import-files'
import { templatePages } from './template-pages'

export const useTemplateFile = () => {
  const { t } = useI18n()
  const { save } = useImportFiles()
  return { saveTemplate: () => save(t('import.template.file'), templatePages(t)) }
}
