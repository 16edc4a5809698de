import { computed } from 'vue'
import { useI18n } from 'petite-vue-i18n'
import { VERDICTS } from '../../domain/form/answer'
import type { AskedItem } from '../../domain/visit/asked'
import type { useVisitMonth } from '../../stores/visit-month'

/** One figure of the sheet; null where there is nothing to work it out from. */
export interface MonthRow {
  readonly label: string
  readonly value: number | null
}
export interface MonthSection {
  readonly title: string
  readonly rows: readonly MonthRow[]
}

const OF_HOMES = ['homes', 'door', 'met', 'attempts', 'due', 'overdue', 'unreached'] as const
const OF_DOING = ['door', 'contacts', 'attempts'] as const
const TENTH = 10

/** [VI22] The sheet as it is shown, printed and exported: the same lines in the same order. */
export const useMonthSections = (month: ReturnType<typeof useVisitMonth>) => {
  const { t } = useI18n()
  const wordsOf = (item: AskedItem, value: string): string => {
    if (item.kind === 'choice' || item.kind === 'choices')
      return item.options.find(({ id }) => id === value)?.label ?? value
    return item.kind === 'verdict' && (VERDICTS as readonly string[]).includes(value)
      ? t(`ui.verdict.${value}`)
      : value
  }
  return computed<readonly MonthSection[]>(() => {
    const { sum, buildings, people, followUps, answers } = month
    const { due, reached, inTime, waiting, solved, score } = followUps.value
    const row = (label: string, value: number | null): MonthRow => ({ label, value })
    const ofHomes = (of: typeof sum.value) =>
      OF_HOMES.map((name) => row(t(`coverage.${name}`), of[name]))
    return [
      { title: t('coverage.monthVisits'), rows: ofHomes(sum.value) },
      {
        title: t('coverage.monthFollowUps'),
        rows: [
          row(t('coverage.followUp.due'), due),
          row(t('coverage.followUp.reached'), reached),
          row(t('coverage.followUp.inTime'), inTime),
          row(t('coverage.followUp.waiting'), waiting),
          row(t('coverage.followUp.yes'), solved.yes),
          row(t('coverage.followUp.partly'), solved.partly),
          row(t('coverage.followUp.no'), solved.no),
          row(
            t('coverage.followUp.score'),
            reached > 0 ? Math.round((score / reached) * TENTH) / TENTH : null,
          ),
        ],
      },
      ...people.value.map(({ name, ...doing }) => ({
        title: t('coverage.monthPerson', { name }),
        rows: OF_DOING.map((each) =>
          row(t(`coverage.${each === 'door' ? 'doors' : each}`), doing[each]),
        ),
      })),
      ...buildings.value.map(({ name, ...of }) => ({ title: name, rows: ofHomes(of) })),
      ...answers.value.map(({ item, counts }) => ({
        title: item.title,
        rows: counts.map(({ value, count }) => row(wordsOf(item, value), count)),
      })),
    ]
  })
}
