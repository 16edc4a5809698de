import { dial } from '../device/dial'
import type { CalendarDay } from '../domain/calendar-day'
import type { OwnerFileAct } from '../domain/owner/act'
import { detailFields, type Terms } from '../domain/owner/detail'
import { tailOf } from '../domain/owner/number'
import type { OwnerFile } from '../domain/owner/owner-file'
import { tieTo } from '../domain/owner/question'
import type { PlaceId } from '../domain/place'
import type { SaveExtras } from '../storage/save-acts'
import { act } from './act'
import { usePhone } from './phone'

const REVEALED = 5

type Kept = OwnerFile['kept'][number]

/** [OF3] What was meant beside it, as the edit that makes it stand. */
const takeOf = (file: OwnerFile, { part, value }: Kept): OwnerFileAct | null => {
  if (part in detailFields) {
    const seen = file[part as keyof typeof detailFields]
    return { act: 'amend', fields: { [part]: { seen, meant: value } } }
  }
  const home = part as PlaceId
  const tie = tieTo(file, home)
  if (!tie || !value) return null
  const { relation, share, since, until } = tie
  return {
    ...{ act: 'tie', home, seen: { relation, share, since, until } },
    meant: value as Terms,
  }
}

/** What staff do with an owner file, each saved at once, with a network or without. */
export const useOwnerFileActs = () => {
  const phone = usePhone()
  const saveAll = (file: OwnerFile, deeds: readonly OwnerFileAct[], extras: SaveExtras = {}) =>
    act(
      phone,
      deeds.map((deed) => ({ kind: 'OwnerFile', record: file.id, act: deed })),
      extras,
    )
  const save = (file: OwnerFile, deed: OwnerFileAct, extras: SaveExtras = {}) =>
    saveAll(file, [deed], extras)
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
    /** [OF17] */
    look: (file: OwnerFile, paper: string, why: string, extras: SaveExtras) =>
      save(file, { act: 'look', paper: paper as never, why, minutes: REVEALED }, extras),
    /** [OF3] One of the two stands, and the other is asked about no more. */
    settle: (file: OwnerFile, kept: Kept, isTaken: boolean) => {
      const take = isTaken ? takeOf(file, kept) : null
      const done: OwnerFileAct = { act: 'settle', of: kept.change, part: kept.part }
      return saveAll(file, take ? [take, done] : [done])
    },
    leave: (file: OwnerFile, home: PlaceId, on: CalendarDay) =>
      save(file, { act: 'leave', home, on }),
    comeBack: (file: OwnerFile, home: PlaceId) => save(file, { act: 'comeBack', home }),
  }
}
