import type { Form } from '../../../src/domain/form/form'
import type { Item, ItemOf } from '../../../src/domain/form/item'

export type Checklist = Pick<Form, 'title' | 'source' | 'items'> & { readonly key: string }

interface Ask {
  readonly hint?: string
  readonly safety?: boolean
  /** Whether 异常 asks for a photo; it always asks for words. */
  readonly photo?: boolean
  readonly when?: Item['when']
}

const more = ({ hint, when }: Ask) => ({ ...(hint ? { hint } : {}), ...(when ? { when } : {}) })

/** 正常 · 异常 · 不适用 */
export const look = (id: string, title: string, ask: Ask = {}): Item => ({
  ...{ id, title, kind: 'verdict', required: true, safety: ask.safety ?? false },
  onAbnormal: { photo: ask.photo ?? true, words: true },
  ...more(ask),
})

/** A reading and what is normal; an open end is null. */
export const read = (
  [id, title]: readonly [string, string],
  [unit, decimals]: readonly [string, number],
  [least, most]: readonly [number | null, number | null],
  ask: Ask = {},
): Item => ({
  ...{ id, title, kind: 'number', required: true, safety: ask.safety ?? false },
  ...{ unit, decimals, least, most },
  ...more(ask),
})

const optionsOf = (options: Readonly<Record<string, string>>) =>
  Object.entries(options).map(([option, label]) => ({
    id: option,
    label: label.replace('!', ''),
    abnormal: label.startsWith('!'),
  }))

/** One of several; those with a `!` in front are abnormal. */
export const choose = (
  [id, title]: readonly [string, string],
  options: Readonly<Record<string, string>>,
  ask: Ask = {},
): ItemOf<'choice'> => ({
  ...{ id, title, kind: 'choice', required: true, safety: ask.safety ?? false },
  options: optionsOf(options),
  ...more(ask),
})

/** What there is of several, at least one. */
export const seen = (
  [id, title]: readonly [string, string],
  options: Readonly<Record<string, string>>,
  ask: Ask = {},
): Item => ({
  ...{ id, title, kind: 'choices', required: true, safety: ask.safety ?? false },
  ...{ options: optionsOf(options), least: 1, most: null },
  ...more(ask),
})

/** The day something runs out; the same as last time until it was renewed. */
export const expires = (id: string, title: string, required: boolean, hint = ''): Item => ({
  ...{ id, title, kind: 'date', required, safety: false, expires: true, repeatable: true },
  ...(hint ? { hint } : {}),
})

export const sign = (id: string, title: string, hint: string): Item => ({
  ...{ id, title, kind: 'signature', required: true, safety: false, hint },
})

export const note = (id: string, title: string): Item => ({
  ...{ id, title, kind: 'text', required: false, safety: false, long: true },
})

export const shoot = (id: string, title: string, required: boolean, hint = ''): Item => ({
  ...{ id, title, kind: 'photo', required, safety: false },
  ...(hint ? { hint } : {}),
})

/** Asked only when another item is as said. */
export const when = (item: string, value: string): Item['when'] => ({
  all: [{ item, is: 'equal', value }],
})
