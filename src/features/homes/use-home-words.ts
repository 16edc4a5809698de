import { useI18n } from 'petite-vue-i18n'
import type { HomeQuestion, HomeState, HomeWork } from '../../domain/home/state'

/** A home's answer in words: the state, and how much there is. */
export const useHomeWords = () => {
  const { t } = useI18n()
  const stateWords = (question: HomeQuestion, state: HomeState): string =>
    t(`home.state.${question}.${state}`)
  const workWords = ({ tickets, promises }: HomeWork): string =>
    [
      tickets.length > 0 ? t('home.tickets', { n: tickets.length }) : '',
      promises.length > 0 ? t('home.promises', { n: promises.length }) : '',
    ]
      .filter(Boolean)
      .join(' · ')
  return { stateWords, workWords }
}
