import { useI18n } from 'vue-i18n'

const step = (held: unknown, name: string): unknown =>
  typeof held === 'object' && held !== null ? (held as Record<string, unknown>)[name] : undefined

/** What stands under a key in the language shown, before it is put into words; nothing where it does not. */
export const useRawWords = () => {
  const { locale, messages } = useI18n()
  return (key: string): unknown => key.split('.').reduce(step, step(messages.value, locale.value))
}
