import { expect, it } from 'vitest'
import type { Caller } from '../../../src/domain/caller'
import { dataOf, type PersonalRecords } from '../../../src/domain/owner/data-of'
import type { PersonId } from '../../../src/domain/owner/owner-file'
import type { PlaceId } from '../../../src/domain/place'
import type { Ticket } from '../../../src/domain/ticket/ticket'
import type { TimeZone } from '../../../src/domain/time-zone'
import type { OwnerVisit } from '../../../src/domain/visit/owner-visit'
import { newId } from '../../support/build/ids'
import { day, fileStory, openFile, OWNS } from '../../support/build/owner-file'

const ZONE = 'Asia/Shanghai' as TimeZone
const [HOME, ELSEWHERE, OTHER] = [newId<PlaceId>(), newId<PlaceId>(), newId<PlaceId>()]
const at = (text: string) => Date.parse(`${text}T04:00:00Z`)

const person = newId<PersonId>()
const opened = openFile(HOME, {
  ...{ person, phones: ['138 0000 6021'] },
  ties: [{ home: HOME, ...OWNS, since: day('2020-01-01') }],
})
const left = { act: 'leave', home: HOME, on: day('2026-05-01') } as const
const { file } = fileStory(opened, [[2, left]])
const second = fileStory(openFile(ELSEWHERE, { person, name: '陈素琴' }), []).file
const stranger = fileStory(openFile(HOME, { name: '陈大文', phones: [] }), []).file
const merged = fileStory(openFile(HOME, { name: '陈素芹', phones: [] }), [
  [2, { act: 'mergeInto', into: file.id }],
]).file

const ticket = (home: PlaceId | null) => ({ id: newId(), home }) as unknown as Ticket
const [own, others, lateOne] = [ticket(OTHER), ticket(HOME), ticket(HOME)]
const caller = (of: Ticket, name: string, phone: string, saidAt: number) =>
  ({ id: newId(), ticket: of.id, name, phone, saidAt }) as unknown as Caller
const visit = (home: PlaceId, madeAt: number) =>
  ({ id: newId(), home, made: { at: madeAt } }) as unknown as OwnerVisit

const held: PersonalRecords = {
  files: [file, second, stranger, merged],
  tickets: [own, others, lateOne],
  callers: [
    caller(own, '陈女士', '13800006021', at('2026-03-01')),
    caller(others, '陈大文', '', at('2026-03-02')),
    caller(lateOne, '陈素琴', '', at('2026-06-02')),
  ],
  visits: [
    visit(HOME, at('2026-02-01')),
    visit(HOME, at('2026-06-01')),
    visit(OTHER, at('2026-02-01')),
  ],
  ...{ promises: [], letters: [], repairs: [] },
}

it('[OF14] gathers a person’s files in every building, and those merged into them', () => {
  expect(dataOf(file, held, ZONE).files).toEqual([file, second, merged])
})

it('[OF14] takes what was said for theirs by the number, or by the name at their home while it was theirs', () => {
  const { callers, tickets } = dataOf(file, held, ZONE)
  expect(callers.map(({ name }) => name)).toEqual(['陈女士'])
  expect(tickets).toEqual([own])
  const stayed = fileStory(opened, []).file
  const more = dataOf(stayed, { ...held, files: [stayed] }, ZONE)
  expect(more.callers.map(({ name }) => name)).toEqual(['陈女士', '陈素琴'])
})

it('[OF14] shows visits to their homes while they lived there, and nobody else’s', () => {
  const { visits } = dataOf(file, held, ZONE)
  expect(visits).toEqual([held.visits[0]])
})
