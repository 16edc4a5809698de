import { dial } from '../device/dial'
import type { CalendarDay } from '../domain/calendar-day'
import type { OwnerFileAct } from '../domain/owner/act'
import { tailOf } from '../domain/owner/number'
import type { OwnerFile } from '../domain/owner/owner-file'
import type { PlaceId } from '../domain/place'
import type { SaveExtras } from '../storage/save-acts'
import { act } from './act'
import { usePhone } from './phone'

const REVEALED = 5

/** What staff do with an owner file, each saved at once, with a network or without. */
export const useOwnerFileActs = () => {
  const phone = usePhone()
  const save = (file: OwnerFile, deed: OwnerFileAct, extras: SaveExtras = {}) =>
    act(phone, [{ kind: 'OwnerFile', record: file.id, act: deed }], extras)
  return {
    save,
    /** [OF6] Rings them, and keeps that somebody did; where it cannot be kept, nobody is rung. */
    ring: async (file: OwnerFile, number: string) => {
      const saved = await save(file, { act: 'dial', tail: tailOf(number) })
      if (saved.ok) dial(number)
      return saved
    },
    /** [OF7] */
    reveal: (file: OwnerFile, number: string, why: string, extras: SaveExtras) =>
      save(file, { act: 'reveal', tail: tailOf(number), why, minutes: REVEALED }, extras),
    leave: (file: OwnerFile, home: PlaceId, on: CalendarDay) =>
      save(file, { act: 'leave', home, on }),
    comeBack: (file: OwnerFile, home: PlaceId) => save(file, { act: 'comeBack', home }),
  }
}
