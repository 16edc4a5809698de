import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StaffId } from '../../../src/domain/id'
import type { PlaceId } from '../../../src/domain/place'
import { ownerFileKind } from '../../../src/domain/owner/apply'
import type { OwnerFileAct } from '../../../src/domain/owner/act'
import { scopesOf } from '../../../src/domain/permission'
import { nameId, newId } from '../../support/build/ids'
import { day, fileIdOf, fileStory, openFile, OWNS } from '../../support/build/owner-file'

const HOME = newId<PlaceId>()
const OTHER = newId<PlaceId>()
const amend = (seen: string, meant: string): OwnerFileAct => ({
  ...{ act: 'amend', fields: { hours: { seen, meant } } },
})

describe('[OF1] an owner file', () => {
  it('is one per person and building, whoever opens it first', () => {
    const opened = openFile(HOME)
    const { file, outcomes } = fileStory(opened, [[2, { ...opened, name: '别人' }]])
    expect(outcomes).toEqual(['noted'])
    expect(file).toMatchObject({ name: '陈素琴', closedAt: null, id: fileIdOf(opened) })
  })

  it('is not opened under another name, nor tied twice to one home', () => {
    const opened = openFile(HOME)
    const context = { at: 1, by: newId<StaffId>(), change: newId<never>(), nameId }
    const other = ownerFileKind.apply(null, opened, { ...context, record: newId() })
    const twice = { ...opened, ties: [...opened.ties, ...opened.ties] }
    const again = ownerFileKind.apply(null, twice, { ...context, record: fileIdOf(opened) })
    expect([other.outcome, again.outcome]).toEqual(['refused', 'refused'])
  })
})

it('[OF2] lies with the homes of its building, for those who serve it', () => {
  const opened = openFile(HOME)
  const scope = ownerFileKind.scopeOf(fileStory(opened, []).file)
  const { community, building } = opened
  const held = (role: 'steward' | 'engineer', buildings = [building]) =>
    scopesOf([{ role, community, buildings }], newId()).includes(scope)
  expect([held('steward'), held('engineer'), held('steward', [newId()])]).toEqual([
    ...[true, false, false],
  ])
})

describe('[OF3] amended', () => {
  it('in different parts, both stand', () => {
    const { file } = fileStory(openFile(HOME), [
      [5, amend('', '上午')],
      [4, { act: 'amend', fields: { pets: { seen: '', meant: '一只猫' } } }],
    ])
    expect(file).toMatchObject({ hours: '上午', pets: '一只猫', kept: [] })
  })

  it('in the same part, the later stands and the other is kept', () => {
    const { file, outcomes } = fileStory(openFile(HOME), [
      [5, amend('', '上午')],
      [4, amend('', '下午')],
      [6, amend('', '晚上')],
    ])
    expect(outcomes).toEqual(['applied', 'noted', 'applied'])
    expect(file.hours).toBe('晚上')
    expect(file.kept.map(({ value }) => value)).toEqual(['下午', '上午'])
  })

  it('in whatever order phones are heard, stands the same', () => {
    const edits = fc.uniqueArray(fc.tuple(fc.integer({ min: 2 }), fc.string()), {
      selector: ([at]) => at,
      minLength: 1,
      maxLength: 6,
    })
    fc.assert(
      fc.property(edits, (given) => {
        const opened = openFile(HOME)
        const steps = given.map(([at, meant]) => [at, amend('', meant)] as const)
        const one = fileStory(opened, steps).file
        const other = fileStory(opened, [...steps].reverse()).file
        expect(one.hours).toBe(other.hours)
      }),
    )
  })

  it('twice by the same act is no different', () => {
    const change = newId<never>()
    const by = newId<StaffId>()
    const { file } = fileStory(openFile(HOME), [
      [5, amend('', '上午'), by, change],
      [6, amend('', '上午'), by, change],
    ])
    expect(file).toMatchObject({ hours: '上午', kept: [], stamps: { hours: { at: 5 } } })
  })
})

describe('[OF4] a tie', () => {
  it('ends, and the file with the last one; taken up again, it is open', () => {
    const leave = (home: PlaceId): OwnerFileAct => ({
      ...{ act: 'leave', home, on: day('2026-11-01') },
    })
    const opened = openFile(HOME)
    const both = [2, { act: 'tie', home: OTHER, seen: null, meant: OWNS }] as const
    const once = fileStory(opened, [both, [3, leave(HOME)]]).file
    expect([once.ties.map(({ leftOn }) => leftOn), once.closedAt]).toEqual([
      ...[['2026-11-01', null], null],
    ])
    const { file, outcomes } = fileStory(opened, [
      ...[both, [3, leave(HOME)], [4, leave(OTHER)], [5, leave(OTHER)]],
    ] as never)
    expect(outcomes.at(-1)).toBe('noted')
    expect(file.closedAt).toBe(4)
    expect(ownerFileKind.settledAt(file)).toBe(4)
    const back = fileStory(opened, [
      [3, leave(HOME)] as const,
      [4, { act: 'comeBack', home: HOME }],
    ])
    expect(back.file.closedAt).toBeNull()
    expect(back.file.ties[0]?.leftOn).toBeNull()
  })

  it('is amended by itself, and its end is not undone by that', () => {
    const { file } = fileStory(openFile(HOME), [
      [3, { act: 'leave', home: HOME, on: day('2026-11-01') }],
      [4, { act: 'tie', home: HOME, seen: OWNS, meant: { ...OWNS, share: 50 } }],
    ])
    expect(file.ties).toEqual([{ home: HOME, ...OWNS, share: 50, leftOn: '2026-11-01' }])
  })
})

it('[OF6] [OF7] keeps who rang and who looked, each tap once, with why and until when', () => {
  const by = newId<StaffId>()
  const change = newId<never>()
  const look: OwnerFileAct = { act: 'reveal', tail: '6021', why: '座机打', minutes: 5 }
  const { file } = fileStory(openFile(HOME), [
    [7, { act: 'dial', tail: '6021' }],
    [8, look, by, change],
    [9, look, by, change],
  ])
  expect(file.dials).toMatchObject([{ at: 7, tail: '6021' }])
  expect(file.reveals).toEqual([
    { change, at: 8, by, tail: '6021', why: '座机打', until: 8 + 300_000 },
  ])
})

it('[OF9] a note is withdrawn with a reason, once, and stays', () => {
  const note = newId<never>()
  const withdraw: OwnerFileAct = { act: 'withdrawNote', note, why: '修好了' }
  const { file, outcomes } = fileStory(openFile(HOME), [
    [2, { act: 'note', words: '走南门' }, newId<StaffId>(), note],
    [3, withdraw],
    [4, withdraw],
  ])
  expect(outcomes).toEqual(['applied', 'applied', 'noted'])
  expect(file.notes).toMatchObject([{ words: '走南门', withdrawn: { at: 3, why: '修好了' } }])
})
