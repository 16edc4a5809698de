import type { NameUnder, RepairNote } from './repair-note'
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

/** [RN7] The sheet a name was put under: as it stands, or an earlier one; null where it is not here. */
export const sheetSigned = (
  { written, sheet, earlier }: RepairNote,
  { of }: Pick<NameUnder, 'of'>,
): RepairSheet | null =>
  of === written.change ? sheet : (earlier.find(({ change }) => change === of)?.sheet ?? null)

/** [RN7] The sheet under the name that stands; null where nobody signed. */
export const signedSheet = (note: RepairNote): RepairSheet | null =>
  note.signed && sheetSigned(note, note.signed)

/** Whether what stands now says just what this one says. */
export const isSameSheet = ({ id, sheet }: RepairNote, other: RepairSheet): boolean =>
  paperText(id, sheet) === paperText(id, other)

/** [RN7] Whether what stands now says something else than what was signed. */
export const isChangedSinceSigned = (note: RepairNote): boolean => {
  const signed = signedSheet(note)
  return note.signed !== null && !(signed && isSameSheet(note, signed))
}
