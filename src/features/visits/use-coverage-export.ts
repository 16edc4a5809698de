import type { Ref } from 'vue'
import { useI18n } from 'petite-vue-i18n'
import { localDay } from '../../domain/time-zone'
import { useEstate } from '../../stores/estate'
import { usePhone } from '../../stores/phone'
import { useWorkbook } from '../../stores/workbook'
import type { TableColumn } from '../../ui/table-order'
import type { CoverageRow } from './use-coverage-rows'

/** [DK8] The table as it is shown, as a workbook: figures as figures. */
export const useCoverageExport = (
  columns: Readonly<Ref<readonly TableColumn<CoverageRow>[]>>,
  rows: Readonly<Ref<readonly CoverageRow[]>>,
) => {
  const { t } = useI18n()
  const { now } = usePhone()
  const estate = useEstate()
  const { exportTable, ...rest } = useWorkbook()
  const exportRows = () => {
    const [shown, all] = [columns.value, rows.value]
    return exportTable({
      fileName: t('coverage.exportName', { day: localDay(now(), estate.zone) }),
      name: t('coverage.title'),
      columns: shown.map(({ label }) => ({ title: label, width: 16 })),
      length: all.length,
      rowsOf: (from, to) =>
        Promise.resolve(
          all
            .slice(from, to)
            .map((row) =>
              shown.map((column) => (column.key === 'name' ? row.name : Number(column.text(row)))),
            ),
        ),
    })
  }
  return { ...rest, exportRows }
}
