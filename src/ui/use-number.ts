import { useI18n } from 'petite-vue-i18n'

/** A number as people write it in the language shown now. */
export const useNumber = () => {
  const { locale } = useI18n()
  return (value: number, options?: Intl.NumberFormatOptions): string =>
    new Intl.NumberFormat(locale.value, options).format(value)
}
