import type { ItemOf } from '../../domain/form/item'

/** A message of the wording and what goes into it. */
export interface NumberWords {
  readonly key: string
  readonly with: Readonly<Record<string, string>>
}

const words = (key: string, values: Readonly<Record<string, string>> = {}): NumberWords => ({
  key: `ui.number.${key}`,
  with: values,
})

type Limits = Pick<ItemOf<'number'>, 'least' | 'most' | 'decimals'>

/** 应在 0.30–0.60 之间; null where neither end is closed. */
export const limitWords = ({ least, most, decimals }: Limits): NumberWords | null => {
  const shown = (value: number) => value.toFixed(decimals)
  if (least !== null && most !== null)
    return words('between', { least: shown(least), most: shown(most) })
  if (least !== null) return words('atLeast', { least: shown(least) })
  return most === null ? null : words('atMost', { most: shown(most) })
}

/** 少 0.03: how a reading stands to the one before. */
export const differenceWords = (value: number, before: number, decimals: number): NumberWords => {
  const gap = Number((value - before).toFixed(decimals))
  if (gap === 0) return words('same')
  return words(gap > 0 ? 'more' : 'less', { value: Math.abs(gap).toFixed(decimals) })
}
