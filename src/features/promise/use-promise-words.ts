import { useI18n } from 'petite-vue-i18n'
import type { Fate } from '../../domain/promise/given'
import type { ListedPromise } from '../../stores/promise-list'
import type { Tone } from '../../ui/tone'

const TONES: Readonly<Record<Fate, Tone>> = {
  ...{ open: 'blue', overdue: 'red', kept: 'green', late: 'amber' },
  ...{ broken: 'red', released: 'plain' },
}

export const toneOfFate = (fate: Fate): Tone => TONES[fate]

/** What a promise is called: its own words, or whom to get back to about which ticket. */
export const usePromiseTitle = () => {
  const { t } = useI18n()
  return ({ kind, words, title }: ListedPromise): string =>
    kind === 'promise' ? words : t('promise.wordOf', { title })
}
