import { nextTick, ref } from 'vue'
import { useI18n } from 'petite-vue-i18n'
import type { HandOut, OwnerFile } from '../../domain/owner/owner-file'
import { dateAndTime, localDay } from '../../domain/time-zone'
import { saveDataFile } from '../../stores/data-file'
import { useEstate } from '../../stores/estate'
import { useOwnerFileActs } from '../../stores/owner-file'
import { usePhone } from '../../stores/phone'
import { useSaving } from '../../stores/saving'
import { useWorkbook } from '../../stores/workbook'
import type { DataSection } from './use-data-sections'

/** [OF14] A copy for the person it is about; that it was made, by whom and why, is kept first. */
export const useHandOut = (sections: () => readonly DataSection[]) => {
  const { t } = useI18n()
  const { now } = usePhone()
  const estate = useEstate()
  const { save } = useOwnerFileActs()
  const { failure, isBusy, saving } = useSaving()
  const { going, ending, exportTable, stop } = useWorkbook()
  /** On the page only while it is printed. */
  const isOnPaper = ref(false)

  const fileName = () => t('personal.fileName', { day: localDay(now(), estate.zone) })
  const print = async () => {
    isOnPaper.value = true
    await nextTick()
    window.print()
    isOnPaper.value = false
  }
  const toWorkbook = () => {
    const rows = sections().flatMap(({ title, lines }) =>
      lines.map(({ at, label, value }) => [title, at === null ? null : { at }, label, value]),
    )
    return exportTable({
      ...{ fileName: fileName(), name: t('personal.title'), length: rows.length },
      columns: (['section', 'at', 'label', 'value'] as const).map((column) => ({
        title: t(`personal.column.${column}`),
        width: column === 'value' ? 60 : 18,
      })),
      rowsOf: (from, to) => Promise.resolve(rows.slice(from, to)),
    })
  }
  const toData = () => {
    const said = sections().map(({ key, title, lines }) => ({
      ...{ key, title },
      lines: lines.map(({ at, label, value }) => ({
        at: at === null ? null : dateAndTime(at, estate.zone),
        ...{ label, value },
      })),
    }))
    saveDataFile(fileName(), { made: dateAndTime(now(), estate.zone), sections: said })
  }
  const handOut = async (file: OwnerFile, how: HandOut, why: string): Promise<boolean> => {
    const isKept = await saving(() => save(file, { act: 'handOut', how, why }))
    if (!isKept) return false
    if (how === 'paper') await print()
    else if (how === 'workbook') await toWorkbook()
    else toData()
    return true
  }
  return { handOut, isOnPaper, failure, isBusy, going, ending, stop }
}
