import { copyText } from '../device/clipboard'

/** Copying to other programs: a row a line, a cell a tab, as every spreadsheet takes it. */
export const useCopying = () => ({
  copyRows: (rows: readonly (readonly string[])[]) =>
    copyText(rows.map((cells) => cells.join('\t')).join('\n')),
})
