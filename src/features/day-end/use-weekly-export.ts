import { useI18n } from 'petite-vue-i18n'
import type { WeeklySheet } from '../../domain/weekly-sheet/weekly-sheet'
import type { WorkbookRow } from '../../domain/workbook'
import { useTicketTitles } from '../../stores/ticket-titles'
import { useWorkbook } from '../../stores/workbook'

/** [WS9] What the page shows, as a workbook: each number, and why what is open is open. */
export const useWeeklyExport = (sheet: () => WeeklySheet) => {
  const { t } = useI18n()
  const titles = useTicketTitles(() => sheet().reasons.map(({ ticket }) => ticket))
  const { exportTable, ...rest } = useWorkbook()
  const exportSheet = () => {
    const { week, figures, reasons, words } = sheet()
    const rows: readonly WorkbookRow[] = [
      ...figures.map(({ figure, value, phone }) => [
        t(`weekly.figure.${figure}`),
        value,
        value === null
          ? t('weekly.noSource')
          : phone === undefined
            ? ''
            : phone === null
              ? t('weekly.phoneBlank')
              : t('weekly.phoneSaid', { n: phone }),
      ]),
      ...reasons.map((line) => [
        titles.value.get(line.ticket) ?? t('weekly.notHere'),
        null,
        line.words,
      ]),
      ...(words ? [[t('weekly.words'), null, words]] : []),
    ]
    return exportTable({
      fileName: t('weekly.exportName', { week }),
      name: t('weekly.title'),
      columns: [
        { title: t('weekly.column.what'), width: 36 },
        { title: t('weekly.column.value'), width: 10 },
        { title: t('weekly.column.note'), width: 48 },
      ],
      length: rows.length,
      rowsOf: (from, to) => Promise.resolve(rows.slice(from, to)),
    })
  }
  return { ...rest, exportSheet }
}
