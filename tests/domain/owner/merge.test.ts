import { describe, expect, it } from 'vitest'
import type { ChangeId, StaffId } from '../../../src/domain/id'
import { findablePeople, searchPeople } from '../../../src/domain/owner/find'
import { perhapsSame, takenOver } from '../../../src/domain/owner/merge'
import { careAt, peopleAt } from '../../../src/domain/owner/question'
import { openParts } from '../../../src/domain/part-edit'
import type { PlaceId } from '../../../src/domain/place'
import { newId } from '../../support/build/ids'
import { day, fileStory, openFile, OWNS } from '../../support/build/owner-file'

const [HOME, OTHER, building] = [newId<PlaceId>(), newId<PlaceId>(), newId<PlaceId>()]
const care = {
  ...{ when: ['power' as const], need: '制氧机', callName: '', callPhone: '' },
  ...{ agreedOn: day('2026-01-01'), expiresOn: day('2027-01-01') },
}
const intoOpen = openFile(HOME, { building, phones: ['13800006021'], pets: '猫' })
const into = fileStory(intoOpen, []).file
const fromOpen = openFile(OTHER, {
  ...{ building, phones: ['138-0000-6021', '13900001234'], pets: '狗', occupation: '教师', care },
})
const from = fileStory(fromOpen, []).file

describe('[OF13] one person written down twice', () => {
  it('is proposed by the name or a number, within the building', () => {
    const byNumber = fileStory(openFile(OTHER, { building, name: '陈女士' }), []).file
    const elsewhere = fileStory(openFile(OTHER), []).file
    const stranger = fileStory(openFile(OTHER, { building, name: '王', phones: [] }), []).file
    const all = [into, from, byNumber, elsewhere, stranger]
    expect(perhapsSame(into, all)).toEqual([from, byNumber])
  })

  it('goes on in one file with what it did not say; the other is closed and can be taken apart', () => {
    const taken = takenOver(into, from)
    const { file } = fileStory(
      intoOpen,
      taken.map((act, index) => [index + 2, act] as const),
    )
    expect(file).toMatchObject({ pets: '猫', occupation: '教师', care })
    expect(file.phones).toContain('13900001234')
    expect(file.ties.map(({ home }) => home)).toEqual([HOME, OTHER])
    const ended = fileStory(fromOpen, [[9, { act: 'mergeInto', into: into.id }]]).file
    expect(ended).toMatchObject({ closedAt: 9, pets: '狗', mergedInto: { into: into.id } })
    const both = [file, ended]
    expect(peopleAt(both, OTHER).now).toMatchObject([{ file: { id: into.id }, merged: [ended] }])
    expect(searchPeople(findablePeople(both), '陈素琴')).toHaveLength(1)
    expect([...careAt([ended], day('2026-06-01'))]).toEqual([])
    const apart = fileStory(fromOpen, [
      [9, { act: 'mergeInto', into: into.id }],
      [10, { act: 'separate' }],
    ]).file
    expect(apart).toMatchObject({ closedAt: null, mergedInto: null })
  })

  it('is not merged into itself, and not twice', () => {
    const { outcomes } = fileStory(fromOpen, [
      [2, { act: 'mergeInto', into: from.id }],
      [3, { act: 'mergeInto', into: into.id }],
      [4, { act: 'mergeInto', into: into.id }],
    ])
    expect(outcomes).toEqual(['refused', 'applied', 'noted'])
  })
})

it('[OF3] what was meant beside is asked about until somebody chose', () => {
  const amend = (meant: string) =>
    ({ act: 'amend', fields: { hours: { seen: '', meant } } }) as const
  const { file } = fileStory(openFile(HOME), [
    [5, amend('上午')],
    [4, amend('下午')],
  ])
  const [kept] = openParts(file)
  expect(kept).toMatchObject({ part: 'hours', value: '下午' })
  const { file: settled } = fileStory(openFile(HOME), [
    [5, amend('上午')],
    [4, amend('下午'), newId<StaffId>(), kept?.change ?? newId<ChangeId>()],
    [6, { act: 'settle', of: kept?.change as never, part: 'hours' }],
  ])
  expect([openParts(settled), settled.hours]).toEqual([[], '上午'])
})

it('[OF16] each part says who wrote it last, and [OF14] who handed a copy out', () => {
  const { file } = fileStory(openFile(HOME), [
    [2, { act: 'amend', fields: { pets: { seen: '', meant: '猫' } } }],
    [3, { act: 'handOut', how: 'paper', why: '本人到前台要的' }],
    [4, { act: 'tie', home: HOME, seen: OWNS, meant: { ...OWNS, share: 50 } }],
  ])
  expect(file.stamps).toMatchObject({ pets: { at: 2, by: file.openedBy }, [HOME]: { at: 4 } })
  expect(file.handOuts).toMatchObject([{ at: 3, how: 'paper', why: '本人到前台要的' }])
})
