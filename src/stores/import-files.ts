import { saveFile } from '../device/save-file'
import { writeWorkbook } from '../device/workbook/write-workbook'
import type { WorkbookPage } from '../domain/workbook'
import { useEstate } from './estate'

/** [IM18] Workbooks an import gives: the template, and the rows that were wrong. */
export const useImportFiles = () => {
  const estate = useEstate()
  return {
    save: async (name: string, pages: readonly WorkbookPage[]): Promise<boolean> => {
      const file = await writeWorkbook({ pages, zone: estate.zone }, new AbortController().signal)
      if (file) saveFile(`${name}.xlsx`, file)
      return file !== null
    },
  }
}
