import { computed } from 'vue'
import { useI18n } from 'petite-vue-i18n'
import { useCoverageLook, type useCoverage } from '../../stores/coverage'
import type { TableColumn } from '../../ui/table-order'

const OF_PLACES = ['homes', 'due', 'door', 'met', 'attempts', 'overdue', 'unreached'] as const
const OF_DOING = ['doors', 'contacts', 'attempts'] as const
type Figure = (typeof OF_PLACES)[number] | (typeof OF_DOING)[number]

/** One line of the coverage, whatever its lines are. */
export interface CoverageRow {
  readonly key: string
  readonly name: string
  readonly figures: Readonly<Partial<Record<Figure, number>>>
}

const figureOf = (figure: Figure) => (row: CoverageRow) => row.figures[figure] ?? 0

/** The rows and columns of what is looked at. */
export const useCoverageRows = ({ places, people, months }: ReturnType<typeof useCoverage>) => {
  const { t } = useI18n()
  const look = useCoverageLook()
  const rows = computed<readonly CoverageRow[]>(() => {
    if (look.group === 'place')
      return places.value.map(({ key, name, ...figures }) => ({ key, name, figures }))
    const doing = look.group === 'person' ? people.value : months.value
    return doing.map(({ key, name, door: doors, ...rest }) => ({
      ...{ key, name, figures: { doors, ...rest } },
    }))
  })
  const columns = computed<readonly TableColumn<CoverageRow>[]>(() => [
    {
      ...{ key: 'name', label: t(`coverage.group.${look.group}`), text: ({ name }) => name },
      compare: (a, b) => a.name.localeCompare(b.name, 'zh-CN', { numeric: true }),
    },
    ...(look.group === 'place' ? OF_PLACES : OF_DOING).map((figure) => ({
      ...{ key: figure, label: t(`coverage.${figure}`), align: 'end' as const },
      text: (row: CoverageRow) => String(figureOf(figure)(row)),
      compare: (a: CoverageRow, b: CoverageRow) => figureOf(figure)(a) - figureOf(figure)(b),
    })),
  ])
  return { rows, columns }
}
