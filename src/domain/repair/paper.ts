import type { RepairNote } from './repair-note'
import { owedOf, type RepairSheet } from './repair-sheet'

/**
 * [RN6] Exactly what stood over the signature, as text that is the same on every machine: its hash is
 * kept with the signature. Fields are named and ordered here, and never taken out.
 */
export const paperText = (note: string, sheet: RepairSheet): string =>
  JSON.stringify([
    ['note', note],
    ['home', sheet.home],
    ['place', sheet.place],
    ['arrivedAt', sheet.arrivedAt],
    ['endedAt', sheet.endedAt],
    ['minutes', sheet.minutes],
    ['found', sheet.found],
    ['done', sheet.done],
    [
      'parts',
      sheet.parts.map(({ name, unit, hundredths, price }) => [name, unit, hundredths, price]),
    ],
    ['labour', sheet.labour],
    ['charge', sheet.charge],
    ['warranty', sheet.warranty && [sheet.warranty.of, sheet.warranty.handedOver]],
    ['courtesy', sheet.courtesy],
    ['agreed', sheet.agreed?.fen ?? null],
    ['owed', owedOf(sheet)],
    ['before', sheet.before.map(({ sha256 }) => sha256)],
    ['after', sheet.after.map(({ sha256 }) => sha256)],
  ])

/** [RN7] The sheet the owner signed: as it stands, or an earlier one; null where nobody signed. */
export const signedSheet = (note: RepairNote): RepairSheet | null => {
  const { signed, written, sheet, earlier } = note
  if (!signed) return null
  if (signed.of === written.change) return sheet
  return earlier.find(({ change }) => change === signed.of)?.sheet ?? null
}

/** [RN7] Whether what stands now says something else than what was signed. */
export const isChangedSinceSigned = (note: RepairNote): boolean => {
  const signed = signedSheet(note)
  if (!note.signed) return false
  return !signed || paperText(note.id, signed) !== paperText(note.id, note.sheet)
}
