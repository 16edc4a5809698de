import { useI18n } from 'petite-vue-i18n'
import type { Answer } from '../../domain/form/answer'
import type { Item, ItemOf } from '../../domain/form/item'

/** What was answered, as people read it: with its unit, by the options' names. */
export const useAnswerWords = () => {
  const { t, locale } = useI18n()
  const chosenOf = ({ options }: ItemOf<'choices'>, chosen: readonly string[]) =>
    new Intl.ListFormat(locale.value).format(
      options.flatMap(({ id, label }) => (chosen.includes(id) ? label : [])),
    )

  return (item: Item, { value }: Answer): string => {
    if (value === null) return ''
    if (item.kind === 'verdict') return t(`ui.verdict.${String(value)}`)
    if (item.kind === 'choice') return item.options.find(({ id }) => id === value)?.label ?? ''
    if (item.kind === 'choices' && typeof value === 'object') return chosenOf(item, value)
    if (item.kind === 'number' && typeof value === 'number')
      return `${value.toFixed(item.decimals)} ${item.unit}`
    return String(value)
  }
}
