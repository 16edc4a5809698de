import { useI18n } from 'vue-i18n'

export const MEGABYTE = 1_048_576

/** Bytes as a figure people know, in their language; the unit stands in the words. */
export const useMegabytes = () => {
  const { n } = useI18n()
  return (bytes: number, digits = 1): string =>
    n(bytes / MEGABYTE, { maximumFractionDigits: digits })
}
