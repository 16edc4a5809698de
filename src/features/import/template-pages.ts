import type { Column } from '../../domain/import/column'
import type { WorkbookPage } from '../../domain/workbook'

/** Columns of the template, in the order of its examples. */
const TEMPLATE: readonly Column[] = [
  ...(['zone', 'building', 'entrance', 'door', 'level', 'area', 'use', 'layout'] as const),
  ...(['occupancy', 'name', 'phone', 'relation', 'since', 'plate'] as const),
]
const EXAMPLES = 4

/** [IM18] A sheet with examples, and one that says what may be written. */
export const templatePages = (t: (key: string) => string): readonly WorkbookPage[] => {
  const titles = TEMPLATE.map((column) => t(`import.column.${column}`))
  return [
    {
      name: t('import.template.sheet'),
      columns: titles.map((title) => ({ title, width: 14 })),
      rows: Array.from({ length: EXAMPLES }, (_, row) =>
        TEMPLATE.map((_column, at) => t(`import.template.examples.${String(row)}.${String(at)}`)),
      ),
    },
    {
      name: t('import.template.words'),
      columns: [
        { title: t('import.template.column'), width: 24 },
        { title: t('import.template.allowed'), width: 60 },
      ],
      rows: TEMPLATE.map((column, at) => [titles[at] ?? '', t(`import.template.help.${column}`)]),
    },
  ]
}
