import { useI18n } from 'petite-vue-i18n'
import { localDay } from '../../domain/time-zone'
import type { AuditLine } from '../../stores/audit'
import { useEstate } from '../../stores/estate'
import { usePhone } from '../../stores/phone'
import { useWorkbook } from '../../stores/workbook'
import { useAuditWords } from './use-audit-words'

/** [AC15] All that is asked for, as a workbook: what the page says, and no more. */
export const useAuditExport = () => {
  const { t } = useI18n()
  const { now } = usePhone()
  const estate = useEstate()
  const words = useAuditWords()
  const { exportTable, ...rest } = useWorkbook()
  const exportLines = (
    length: number,
    read: (from: number, to: number) => Promise<readonly AuditLine[]>,
  ) =>
    exportTable({
      fileName: t('audit.exportName', { day: localDay(now(), estate.zone) }),
      name: t('audit.title.page'),
      columns: (['at', 'by', 'deed', 'whom', 'detail'] as const).map((key) => ({
        title: t(`audit.column.${key}`),
        width: key === 'detail' ? 60 : 18,
      })),
      length,
      rowsOf: async (from, to) =>
        (await read(from, to)).map((line) => [
          ...[{ at: line.at }, words.name(line.by), words.deed(line)],
          ...[words.whom(line), words.detail(line)],
        ]),
    })
  return { ...rest, exportLines }
}
