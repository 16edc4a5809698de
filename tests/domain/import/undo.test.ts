import { describe, expect, it } from 'vitest'
import type { StaffId } from '../../../src/domain/id'
import { undoOf, type UndoAsked } from '../../../src/domain/import/undo'
import { ownerFileKind } from '../../../src/domain/owner/apply'
import type { OwnerFile } from '../../../src/domain/owner/owner-file'
import { placeKind, type Place } from '../../../src/domain/place'
import type { ImportPlan } from '../../../src/domain/import/plan'
import { nameId, newId } from '../../support/build/ids'
import { carriedOut, planOf, tableOf } from '../../support/build/import'

const HEAD = ['楼栋', '单元', '房号', '面积', '姓名', '电话']
const FIRST = planOf(
  tableOf(
    HEAD,
    ['3', '1', '501', '89', '张三', '13800001111'],
    ['3', '1', '502', '89', '', ''],
    ['4', '1', '501', '89', '李四', '13800002222'],
  ),
)

const changesOf = ({ laid, amended, fileActs }: ImportPlan) => [
  ...laid.map((place) => ({
    id: newId<string>(),
    kind: 'Place',
    record: place.id,
    act: { act: 'lay', place },
  })),
  ...amended.map((place) => ({
    id: newId<string>(),
    kind: 'Place',
    record: place.id,
    act: { act: 'amend', place },
  })),
  ...fileActs.map(({ record, act }) => ({ id: newId<string>(), kind: 'OwnerFile', record, act })),
]
const undo = (
  plan: ImportPlan,
  { places, files }: { places: readonly Place[]; files: readonly OwnerFile[] },
  other: Partial<UndoAsked> = {},
) =>
  undoOf({
    ...{ changes: changesOf(plan), places, files, before: [], isNamed: () => false },
    place: (id) => places.find((each) => each.id === id),
    file: (id) => files.find((each) => each.id === id),
    ...other,
  })
const context = (record: string) => ({
  ...{ at: 99, by: newId<StaffId>(), change: newId<never>(), record, nameId },
})

describe('undoing an import', () => {
  it('[IM17] withdraws people before homes, and homes before what they lie in', () => {
    const estate = carriedOut(FIRST)
    const { acts, stays } = undo(FIRST, estate)
    expect(stays).toEqual({ changed: 0, used: 0, joined: 0 })
    expect(acts.map(({ kind }) => kind)).toEqual([
      ...Array.from({ length: 2 }, () => 'OwnerFile'),
      ...Array.from({ length: 7 }, () => 'Place'),
    ])
    for (const { kind, record, act } of acts) {
      const held = [...estate.places, ...estate.files].find(({ id }) => id === record) ?? null
      const done =
        kind === 'Place'
          ? placeKind.apply(held as Place, act as never, context(record))
          : ownerFileKind.apply(held as OwnerFile, act as never, context(record))
      expect(done).toMatchObject({ outcome: 'applied', record: { withdrawn: { at: 99 } } })
    }
  })

  it('[IM17] leaves what is in use or was changed, and what holds it', () => {
    const estate = carriedOut(FIRST)
    const home = FIRST.laid.find(({ label }) => label === '502')
    const files = estate.files.map((file) =>
      file.name === '李四' ? { ...file, dials: [{ ...context(''), tail: '2222' }] } : file,
    )
    const { acts, stays } = undo(FIRST, { ...estate, files }, { isNamed: (id) => id === home?.id })
    expect(stays).toEqual({ changed: 1, used: 2, joined: 0 })
    const back = new Set(acts.map(({ record }) => record))
    expect(FIRST.laid.filter(({ id }) => back.has(id)).map(({ label }) => label)).toEqual(['501'])
  })

  it('[IM17] sets back what it amended and nobody set since', () => {
    const before = carriedOut(FIRST)
    const again = planOf(tableOf(HEAD, ['3', '1', '501', '95', '张三', '13900009999']), before)
    const changes = changesOf(again)
    const after = carriedOut(again, before)
    const files = after.files.map((file) => ({
      ...file,
      stamps: Object.fromEntries(
        Object.keys(file.stamps).map((part) => [
          part,
          {
            ...{ at: 1, by: file.openedBy },
            change: (changes.find(({ kind }) => kind === 'OwnerFile')?.id ?? '') as never,
          },
        ]),
      ),
    }))
    const was = before.places.flatMap((place) =>
      place.kind === 'unit' && place.id === again.amended[0]?.id ? place : [],
    )
    const { acts, stays } = undo(again, { ...after, files }, { changes, before: was })
    expect(stays).toEqual({ changed: 0, used: 0, joined: 0 })
    expect(acts.map(({ act }) => act)).toMatchObject([
      {
        act: 'amend',
        fields: {
          phones: { seen: ['13800001111', '13900009999'], meant: ['13800001111'] },
        },
      },
      { act: 'amend', place: { area: 89 } },
    ])
  })
})

describe('a place laid by mistake', () => {
  it('[PL5] is withdrawn as it was seen, and is back once it is laid again', () => {
    const [place] = FIRST.laid
    if (!place) throw new Error('Nothing was laid')
    const away = placeKind.apply(place, { act: 'withdraw', seen: place }, context(place.id))
    if (away.outcome !== 'applied') throw new Error(away.outcome)
    expect(placeKind.apply(away.record, { act: 'lay', place }, context(place.id))).toEqual({
      ...{ outcome: 'applied', record: place },
    })
    const renamed = { ...place, label: '13栋' }
    expect(
      placeKind.apply(renamed, { act: 'withdraw', seen: place }, context(place.id)),
    ).toMatchObject({ outcome: 'noted', why: 'came-too-late' })
  })
})

describe('a file opened by mistake', () => {
  it('[OF12] is withdrawn while nobody did anything with it, and comes back with the next act', () => {
    const [file] = carriedOut(FIRST).files
    if (!file) throw new Error('No file was opened')
    const away = ownerFileKind.apply(file, { act: 'withdraw' }, context(file.id))
    if (away.outcome !== 'applied') throw new Error(away.outcome)
    expect(away.record.closedAt).toBe(99)
    const note = { act: 'note', words: '北门台阶高' } as const
    const back = ownerFileKind.apply(away.record, note, context(file.id))
    expect(back).toMatchObject({ outcome: 'applied', record: { name: '张三', closedAt: null } })
    expect('withdrawn' in (back.outcome === 'applied' ? back.record : {})).toBe(false)
    const used = ownerFileKind.apply(file, { act: 'dial', tail: '1111' }, context(file.id))
    if (used.outcome !== 'applied') throw new Error(used.outcome)
    expect(ownerFileKind.apply(used.record, { act: 'withdraw' }, context(file.id))).toMatchObject({
      outcome: 'noted',
      why: 'came-too-late',
    })
  })
})
