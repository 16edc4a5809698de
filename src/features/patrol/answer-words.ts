import { useI18n } from 'vue-i18n'
import type { Answer } from '../../domain/form/answer'
import type { Item } from '../../domain/form/item'

/** What was answered, as people read it: with its unit, by the option's name. */
export const useAnswerWords = () => {
  const { t } = useI18n()
  return (item: Item, { value }: Answer): string => {
    if (item.kind === 'verdict') return t(`ui.verdict.${String(value)}`)
    if (item.kind === 'choice') return item.options.find(({ id }) => id === value)?.label ?? ''
    if (item.kind === 'number' && typeof value === 'number')
      return `${value.toFixed(item.decimals)} ${item.unit}`
    return value === null ? '' : String(value)
  }
}
