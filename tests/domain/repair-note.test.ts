import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CalendarDay } from '../../src/domain/calendar-day'
import type { ChangeId, StaffId } from '../../src/domain/id'
import { MINUTE } from '../../src/domain/instant'
import type { PlaceId } from '../../src/domain/place'
import { isAttendedThroughout, needsAttendance } from '../../src/domain/repair/attendance'
import { chargeOf, warrantyEnd } from '../../src/domain/repair/charge'
import { yuanOf, yuanToFen } from '../../src/domain/repair/money'
import {
  isChangedSinceSigned,
  paperText,
  sheetSigned,
  signedSheet,
} from '../../src/domain/repair/paper'
import {
  repairNoteKind,
  type RepairNote,
  type RepairNoteAct,
} from '../../src/domain/repair/repair-note'
import { costOf, owedOf, partTotal, type RepairSheet } from '../../src/domain/repair/repair-sheet'
import { isAgreedLate, partFault, sheetFaults } from '../../src/domain/repair/sheet-fault'
import { nameId, newId } from '../support/build/ids'
import { photoRef } from '../support/build/patrol'
import { repairSheet, writeNote } from '../support/build/repair'

const NINE = 1_795_482_000_000
const sheet = (over: Partial<RepairSheet> = {}) => repairSheet({ arrivedAt: NINE, ...over })
const staff = newId<StaffId>()
const at = (change: string, minutes = 0) => ({
  ...{ at: NINE + minutes * MINUTE, by: staff, change: change as ChangeId },
  ...{ record: NOTE, nameId },
})
const NOTE = newId()
const [FIRST, SECOND, THIRD] = [newId(), newId(), newId()]

const applied = (
  note: RepairNote | null,
  act: Parameters<typeof repairNoteKind.apply>[1],
  context: ReturnType<typeof at>,
): RepairNote => {
  const done = repairNoteKind.apply(note, act, context)
  if (done.outcome !== 'applied') throw new Error(done.outcome)
  return done.record
}
const signature = { name: '陈', strokes: [[1, 2, 3, 4]], signedAt: NINE }
const sha256 = 'a'.repeat(64)
const pictureRef = (letter: string) => {
  const { preview: _, ...ref } = photoRef(letter)
  return ref
}

describe('money', () => {
  it('[RN3] is whole fen: what is typed to the fen is kept to the fen, and more is not taken', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), (fen) => {
        expect(yuanToFen(fen / 100)).toBe(fen)
        expect(yuanOf(fen).replaceAll(',', '')).toBe((fen / 100).toFixed(2))
      }),
    )
    expect(yuanToFen(1.005)).toBeNull()
    expect(yuanToFen(-1)).toBeNull()
    expect(yuanOf(128_050)).toBe('1,280.50')
  })

  const part = fc.record({
    ...{ name: fc.constant('角阀'), unit: fc.constant('只') },
    hundredths: fc.integer({ min: 1, max: 99_900 }),
    price: fc.integer({ min: 0, max: 100_000 }),
  })
  it('[RN3] a bill is its lines and the labour, each whole, in whatever order', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), fc.nat(100_000), (parts, labour) => {
        const cost = costOf({ parts, labour })
        expect(Number.isInteger(cost)).toBe(true)
        expect(costOf({ parts: [...parts].reverse(), labour })).toBe(cost)
        expect(cost - costOf({ parts: [], labour })).toBe(
          parts.reduce((sum, each) => sum + partTotal(each), 0),
        )
        expect(owedOf({ parts, labour, charge: 'own' })).toBe(cost)
        for (const charge of ['common', 'warranty', 'courtesy'] as const)
          expect(owedOf({ parts, labour, charge })).toBe(0)
      }),
    )
  })
})

describe('[RN4] paid or free', () => {
  const day = '2026-11-24' as CalendarDay
  const end = '2026-11-24' as CalendarDay
  const after = '2026-11-25' as CalendarDay
  it('goes by place, then by date and warranty, then by whether we help', () => {
    expect(chargeOf('common', day, null, false)).toBe('common')
    expect(chargeOf('home', day, end, false)).toBe('warranty')
    expect(chargeOf('home', after, end, false)).toBe('own')
    expect(chargeOf('home', day, null, false)).toBe('own')
    expect(chargeOf('home', after, end, true)).toBe('courtesy')
    expect(chargeOf('home', day, end, true)).toBe('warranty')
  })
  it('counts a warranty from the day of handing over', () => {
    expect(warrantyEnd('2024-02-29' as CalendarDay, 'water')).toBe('2029-02-28')
    expect(warrantyEnd('2024-06-30' as CalendarDay, 'pipes')).toBe('2026-06-30')
  })
})

describe('[RN5] what a sheet misses', () => {
  const faults = (over: Partial<RepairSheet>, attendance = false, signature = false) =>
    sheetFaults(sheet(over), NINE + 60 * MINUTE, { attendance, signature })
  it('is nothing for a whole one', () => expect(faults({})).toEqual([]))
  it('names the end before the start, the future, and minutes longer than the visit', () => {
    expect(faults({ endedAt: NINE - MINUTE })).toEqual(['endFirst'])
    expect(faults({ endedAt: NINE + 90 * MINUTE })).toEqual(['ahead'])
    expect(faults({ minutes: 31 })).toEqual(['minutesMost'])
  })
  it('tells an end not yet written, and a day and more of work, from an end before the start', () => {
    expect(faults({ endedAt: 0 })).toEqual(['ended'])
    const yesterday = NINE - 26 * 60 * MINUTE
    const long = { arrivedAt: yesterday, endedAt: NINE, minutes: 26 * 60 }
    expect(faults(long)).toEqual(['minutesTooMany'])
    expect(faults({ ...long, minutes: 90 })).toEqual([])
  })
  it('names empty words, a price nobody agreed to, or less than it came to', () => {
    expect(faults({ found: ' ', done: '' })).toEqual(['found', 'done'])
    expect(faults({ agreed: null })).toEqual(['agreed'])
    expect(faults({ agreed: { fen: 5_499, at: NINE } })).toEqual(['agreedLess'])
    expect(faults({ agreed: null, charge: 'warranty' })).toEqual([])
    expect(faults({ agreed: null, charge: 'courtesy' })).toEqual(['courtesy'])
  })
  it('names an absent customer service and an empty signature, until it is said why', () => {
    expect(faults({}, true, true)).toEqual(['attended', 'signed'])
    expect(faults({ unattended: '没空', unsigned: '业主出门了' }, true, true)).toEqual([])
  })
  it('names absurd quantities and prices', () => {
    const part = { name: '角阀', unit: '只', hundredths: 100, price: 100 }
    expect(partFault(part)).toBeNull()
    expect(partFault({ ...part, name: ' ' })).toBe('name')
    expect(partFault({ ...part, hundredths: 0 })).toBe('quantity')
    expect(partFault({ ...part, hundredths: 100_000 })).toBe('quantityMost')
    expect(partFault({ ...part, price: null })).toBe('price')
    expect(partFault({ ...part, price: 10_000_001 })).toBe('priceMost')
  })
  it('[RN9] says that the price was agreed to after the work', () => {
    expect(isAgreedLate(sheet())).toBe(false)
    expect(isAgreedLate(sheet({ agreed: { fen: 5_500, at: NINE + 31 * MINUTE } }))).toBe(true)
  })
})

describe('[RN8] customer service in an important or difficult in-home repair', () => {
  const home = newId<PlaceId>()
  const ticket = { gravity: 'ordinary', thread: [] } as const
  it('must be there for a major one, one that came back, and one said to be', () => {
    expect(needsAttendance({ home, isDifficult: false }, ticket)).toBe(false)
    expect(needsAttendance({ home, isDifficult: true }, null)).toBe(true)
    expect(needsAttendance({ home, isDifficult: false }, { ...ticket, gravity: 'major' })).toBe(
      true,
    )
    expect(needsAttendance({ home: null, isDifficult: true }, ticket)).toBe(false)
    const entry = { change: FIRST as ChangeId, at: NINE, by: staff }
    const back = { ...entry, kind: 'reopened' as const, words: '又漏', photos: [] }
    expect(needsAttendance({ home, isDifficult: false }, { ...ticket, thread: [back] })).toBe(true)
  })
  it('is there from arrival to the end, one after the other, without a gap', () => {
    const visit = { arrivedAt: 0, endedAt: 30 }
    expect(isAttendedThroughout(visit, [])).toBe(false)
    expect(isAttendedThroughout(visit, [{ from: 0, until: 30 }])).toBe(true)
    expect(isAttendedThroughout(visit, [{ from: 5, until: 30 }])).toBe(false)
    expect(
      isAttendedThroughout(visit, [
        { from: 12, until: 30 },
        { from: 0, until: 12 },
      ]),
    ).toBe(true)
    expect(
      isAttendedThroughout(visit, [
        { from: 0, until: 12 },
        { from: 13, until: 30 },
      ]),
    ).toBe(false)
  })
})

describe('[RN6] [RN7] what was signed', () => {
  it('is shown again, and a change afterwards says so', () => {
    const written = applied(
      null,
      writeNote({ sheet: sheet(), signed: { signature, sha256 } }),
      at(FIRST),
    )
    expect(signedSheet(written)).toEqual(written.sheet)
    expect(isChangedSinceSigned(written)).toBe(false)
    const other = sheet({ done: '换了两只' })
    const amended = applied(written, { act: 'amend', sheet: other, signed: null }, at(SECOND, 5))
    expect(signedSheet(amended)?.done).toBe('换了角阀')
    expect(amended.sheet.done).toBe('换了两只')
    expect(isChangedSinceSigned(amended)).toBe(true)
    const again = { act: 'sign' as const, signature, sha256, of: SECOND as ChangeId }
    expect(isChangedSinceSigned(applied(amended, again, at(THIRD, 6)))).toBe(false)
    expect(applied(amended, { act: 'amend', sheet: other, signed: null }, at(SECOND, 5))).toEqual(
      amended,
    )
  })
  it('a correction that says the same is none', () => {
    const written = applied(
      null,
      writeNote({ sheet: sheet(), signed: { signature, sha256 } }),
      at(FIRST),
    )
    const same = applied(written, { act: 'amend', sheet: sheet(), signed: null }, at(SECOND))
    expect(isChangedSinceSigned(same)).toBe(false)
  })
  it('is another text wherever the owner would have read something else', () => {
    const text = paperText(NOTE, sheet())
    const others: Partial<RepairSheet>[] = [
      ...[{ done: '换了软管' }, { labour: 3_001 }, { parts: [] }, { charge: 'common' as const }],
      ...[{ minutes: 29 }, { home: newId<PlaceId>() }, { after: [] }, { agreed: null }],
    ]
    for (const over of others) expect(paperText(NOTE, sheet(over))).not.toBe(text)
    expect(paperText(NOTE, sheet({ unattended: '没空' }))).toBe(text)
  })
  it('keeps every signature, its strokes, picture and hash, the earlier ones as earlier', () => {
    const first = { signature: { ...signature, picture: pictureRef('c') }, sha256 }
    const again = {
      signature: { ...signature, name: '林', picture: pictureRef('d') },
      sha256: 'b'.repeat(64),
    }
    const written = applied(null, writeNote({ sheet: sheet(), signed: first }), at(FIRST))
    const other = sheet({ done: '换了两只' })
    const amend = { act: 'amend' as const, sheet: other, signed: again }
    const amended = applied(written, amend, at(SECOND, 5))
    expect(amended.signed).toMatchObject({ ...again, of: SECOND })
    expect(amended.signedBefore).toEqual([expect.objectContaining({ ...first, of: FIRST })])
    expect(amended.signedBefore.map((each) => sheetSigned(amended, each)?.done)).toEqual([
      '换了角阀',
    ])
    expect(repairNoteKind.photosOf(amended).map(({ sha256: hash }) => hash)).toEqual(
      expect.arrayContaining(['c'.repeat(64), 'd'.repeat(64)]),
    )
    const sign = { act: 'sign' as const, ...first, of: SECOND as ChangeId }
    const third = applied(amended, sign, at(THIRD, 6))
    expect(third.signedBefore.map(({ change }) => change)).toEqual([FIRST, SECOND])
    // Sent again, none of it is there twice.
    for (const [act, change] of [
      [amend, SECOND],
      [sign, THIRD],
    ] as const)
      expect(applied(third, act, at(change, 9))).toEqual(third)
  })
  it('of what was corrected meanwhile, a signature that comes later stands with the earlier ones', () => {
    const written = applied(null, writeNote({ sheet: sheet() }), at(FIRST))
    const now = {
      act: 'amend' as const,
      sheet: sheet({ done: '换了两只' }),
      signed: { signature, sha256 },
    }
    const amended = applied(written, now, at(SECOND, 5))
    const late = { act: 'sign' as const, signature, sha256, of: FIRST as ChangeId }
    const both = applied(amended, late, at(THIRD, 4))
    expect(both.signed?.of).toBe(SECOND)
    expect(both.signedBefore.map(({ of }) => of)).toEqual([FIRST])
  })
  it('[RN7] what was written later stands, whatever comes later; the other is kept as an earlier sheet', () => {
    const written = applied(null, writeNote({ sheet: sheet() }), at(FIRST))
    const amend = (done: string) =>
      ({ act: 'amend', sheet: sheet({ done }), signed: null }) as const
    const four = applied(written, amend('主管改的'), at(SECOND, 7 * 60))
    const late = applied(four, amend('师傅先改的'), at(THIRD, 5 * 60))
    expect([late.sheet.done, late.written.change]).toEqual(['主管改的', SECOND])
    expect(late.earlier.map((each) => each.sheet.done)).toEqual(['换了角阀', '师傅先改的'])
    expect(applied(late, amend('师傅先改的'), at(THIRD, 5 * 60))).toEqual(late)
  })
  it('[RN7] a name stands by the time of the sheet it is under, then by its own', () => {
    const none = { signed: null, sheet: sheet() }
    const two = applied(
      applied(null, writeNote({ sheet: sheet() }), at(FIRST)),
      ...([{ act: 'amend' as const, ...none }, at(SECOND, 5)] as const),
    )
    const three = applied(two, { act: 'amend', ...none }, at(THIRD, 9))
    const sign = (of: string) => ({ act: 'sign', signature, sha256, of: of as ChangeId }) as const
    const newer = applied(three, sign(SECOND), at(newId(), 6))
    const older = applied(newer, sign(FIRST), at(newId(), 7))
    expect([older.signed?.of, older.signedBefore.map(({ of }) => of)]).toEqual([SECOND, [FIRST]])
  })
  it('comes to the same in whatever order its corrections and names are heard of', () => {
    const written = applied(null, writeNote({ sheet: sheet() }), at(FIRST))
    const step = fc.record({ isName: fc.boolean(), isSigned: fc.boolean(), of: fc.nat(4) })
    const heard = fc.array(step, { minLength: 2, maxLength: 6 }).chain((steps) => {
      const changes = steps.map(() => newId<ChangeId>())
      const done = steps.map(({ isName, isSigned, of }, index) => {
        const signed = { signature, sha256 }
        const under = steps.findLastIndex((other, n) => n < index - of && !other.isName)
        const act: RepairNoteAct = isName
          ? { act: 'sign', ...signed, of: changes[under] ?? (FIRST as ChangeId) }
          : {
              ...{ act: 'amend', sheet: sheet({ done: `改${index}` }) },
              signed: isSigned ? signed : null,
            }
        return [act, at(changes[index] ?? '', index + 1)] as const
      })
      return fc.tuple(fc.constant(done), fc.shuffledSubarray(done, { minLength: done.length }))
    })
    const end = (steps: readonly (readonly [RepairNoteAct, ReturnType<typeof at>])[]) =>
      steps.reduce((note, [act, context]) => {
        const told = repairNoteKind.apply(note, act, context)
        if (told.outcome === 'refused') throw new Error(told.why)
        return told.record
      }, written)
    fc.assert(
      fc.property(heard, ([inOrder, asHeard]) => {
        expect(end(asHeard)).toEqual(end(inOrder))
      }),
    )
  })
  it('voided, it changes no more, and what still comes stays with it as what it was', () => {
    const voided = applied(
      applied(null, writeNote({ sheet: sheet() }), at(FIRST)),
      { act: 'void', reason: '写错了' },
      at(SECOND),
    )
    const other = sheet({ done: '换了两只', after: [photoRef('e')] })
    const signed = { signature: { ...signature, picture: pictureRef('f') }, sha256 }
    const acts = [
      { act: 'amend', sheet: other, signed },
      { act: 'sign', ...signed, of: FIRST as ChangeId },
      { act: 'attend', staff, from: NINE, until: NINE + MINUTE },
      { act: 'void', reason: '再废一次' },
      writeNote({ sheet: other }),
    ] as const
    const kept = acts.reduce<RepairNote>((note, act, index) => {
      const change = at(newId(), index)
      const done = repairNoteKind.apply(note, act, change)
      expect(done).toMatchObject({ outcome: 'noted' })
      if (done.outcome !== 'noted') throw new Error(done.outcome)
      expect(applied(done.record, act, change)).toEqual(done.record)
      return done.record
    }, voided)
    expect({ ...kept, late: [] }).toEqual(voided)
    expect(kept.late.map(({ deed }) => deed)).toEqual(acts)
    expect(repairNoteKind.photosOf(kept).map(({ sha256: hash }) => hash)).toEqual(
      expect.arrayContaining(['e'.repeat(64), 'f'.repeat(64)]),
    )
  })
  it('a second one is noted', () => {
    const act = writeNote({ sheet: sheet() })
    const note = applied(null, act, at(FIRST))
    expect(repairNoteKind.apply(note, act, at(SECOND)).outcome).toBe('noted')
  })
  it('[RN2] lies with the callers', () => {
    const note = applied(null, writeNote({ sheet: sheet() }), at(FIRST))
    expect(repairNoteKind.scopeOf(note)).toBe(`callers:${note.community}`)
  })
})
