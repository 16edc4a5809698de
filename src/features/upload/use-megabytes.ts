import { useNumber } from '../../ui/use-number'

export const MEGABYTE = 1_048_576

/** Bytes as a figure people know, in their language; the unit stands in the words. */
export const useMegabytes = () => {
  const number = useNumber()
  return (bytes: number, digits = 1): string =>
    number(bytes / MEGABYTE, { maximumFractionDigits: digits })
}
