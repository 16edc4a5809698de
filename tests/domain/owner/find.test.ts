import { describe, expect, it } from 'vitest'
import type { PlaceId } from '../../../src/domain/place'
import { findablePeople, searchPeople } from '../../../src/domain/owner/find'
import { newId } from '../../support/build/ids'
import { day, fileStory, openFile } from '../../support/build/owner-file'

const HOME = newId<PlaceId>()
const person = (name: string, phone: string, plate = '') => {
  const opened = openFile(HOME, { name, phones: [phone], plates: plate ? [plate] : [] })
  return fileStory(opened, []).file
}
const gone = fileStory(openFile(HOME, { name: '陈素琴', phones: [] }), [
  [2, { act: 'leave', home: HOME, on: day('2026-01-01') }],
]).file
const people = findablePeople([
  ...[gone, person('曾丽华', '138 0000 6021'), person('张立宏', '13900001234', '川A·12345')],
  ...[person('陈素琴', '028-86006021'), person('John Smith', '13700007777')],
])
const found = (words: string) => searchPeople(people, words).map(({ file }) => file.name)

describe('[OF11] people are found', () => {
  it.each([
    ['丽华', ['曾丽华']],
    ['zlh', ['曾丽华', '张立宏']],
    ['clh', ['曾丽华']],
    ['csq', ['陈素琴', '陈素琴']],
    ['ZL', ['曾丽华', '张立宏']],
    ['6021', ['曾丽华', '陈素琴']],
    ['021', []],
    ['川A12345', ['张立宏']],
    ['a·123', ['张立宏']],
    ['12345', ['张立宏']],
    ['smith', ['John Smith']],
    ['  ', []],
  ])('by %s', (words, names) => {
    expect(found(words)).toEqual(names)
  })

  it('with the last figures of the number that was meant, and who is there first', () => {
    expect(searchPeople(people, '6021').map(({ tail }) => tail)).toEqual(['6021', '6021'])
    expect(searchPeople(people, '陈素琴').map(({ file }) => file.closedAt)).toEqual([null, 2])
  })
})
