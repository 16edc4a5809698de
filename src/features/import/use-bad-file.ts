import { useI18n } from 'petite-vue-i18n'
import { cellKey } from '../../domain/import/line'
import { textOf } from '../../domain/import/table'
import { useImport } from '../../stores/import'
import { useImportFiles } from '../../stores/import-files'

/** [IM18] The rows that were wrong as a workbook, to be mended and taken in again. */
export const useBadFile = () => {
  const { t } = useI18n()
  const file = useImport()
  const { save } = useImportFiles()
  const saveBad = async (): Promise<boolean> => {
    const { kept, head, rows, plan } = file
    if (!kept || !head || !plan) return false
    const columns = [
      { title: t('import.check.why'), width: 36 },
      ...head.titles.map((title) => ({ title, width: 16 })),
    ]
    const bad = plan.rows.filter(({ fate }) => fate === 'bad')
    const told = bad.map(({ row, faults }) => [
      faults
        .map(({ column, kind }) => `${t(`import.column.${column}`)}:${t(`import.fault.${kind}`)}`)
        .join(';'),
      ...head.titles.map(
        (_, index) => kept.edits[cellKey(row, index)] ?? textOf(rows[row - 1]?.[index]),
      ),
    ])
    return save(t('import.badFile'), [{ name: t('import.badFile'), columns, rows: told }])
  }
  return { saveBad }
}
