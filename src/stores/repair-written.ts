import { localMoment } from '../domain/local-moment'
import type { RepairNote } from '../domain/repair/repair-note'
import type { RepairWritten } from './repair-form'

/** [RN7] A written note on the screen again, to be put right. */
export const writtenFrom = (note: RepairNote, zone: string): Partial<RepairWritten> => {
  const { sheet } = note
  const { warranty, agreed } = sheet
  return {
    ...{ note: note.id, part: sheet.home === null ? 'common' : 'home' },
    ...{ home: sheet.home, place: sheet.place, minutes: sheet.minutes },
    ...{ found: sheet.found, done: sheet.done, parts: sheet.parts, labour: sheet.labour },
    arrivedAt: localMoment(sheet.arrivedAt, zone),
    endedAt: localMoment(sheet.endedAt, zone),
    ...{ warrantyOf: warranty?.of ?? '', handedOver: warranty?.handedOver ?? '' },
    ...{ isCourtesy: sheet.charge === 'courtesy', courtesy: sheet.courtesy },
    ...{ agreed: agreed?.fen ?? null, agreedAt: agreed?.at ?? null },
    ...{ before: sheet.before, after: sheet.after, isDifficult: sheet.isDifficult },
    ...{ unattended: sheet.unattended, unsigned: sheet.unsigned },
  }
}
