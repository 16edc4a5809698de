import type { LetterSheet } from './sheet'

/**
 * [LE4] Exactly what was approved, as text that is the same on every machine: its hash is kept with each
 * approval. Fields are named and ordered here, and never taken out.
 */
export const letterText = (letter: string, sheet: LetterSheet): string =>
  JSON.stringify([
    ['letter', letter],
    ['salutation', sheet.salutation],
    ['body', sheet.body],
    ['signer', sheet.signer],
    ['datedOn', sheet.datedOn],
  ])
