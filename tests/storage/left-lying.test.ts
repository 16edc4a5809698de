// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { TicketId } from '../../src/domain/ticket/ticket'
import { ticketsLeftLying } from '../../src/storage/left-lying'
import { saveActs, type ActToSave } from '../../src/storage/save-acts'
import { newId } from '../support/build/ids'
import { receiveTicket } from '../support/build/ticket'
import { author } from '../support/phone-parts'
import { at, PatrolPhone } from '../support/patrol-phone'

let phone: PatrolPhone
let read = 0
beforeEach(async () => {
  phone = await PatrolPhone.open(at(12))
  read = 0
  phone.database.tickets.hook('reading', (held) => {
    read += 1
    return held as unknown
  })
})
afterEach(() => phone.close())

const save = async (act: ActToSave['act'], record: string = newId(), time = at(9)) => {
  const given = [{ kind: 'Ticket' as const, record, act }]
  const saved = await saveActs(phone.database, given, author(phone.phone.person.staff, time))
  if (!saved.ok) throw new Error(saved.error.kind)
  return record
}
const take = (dueAt: number, time = at(9)) =>
  save(
    receiveTicket(phone.estate.community.id, phone.phone.person.staff, {
      due: { at: dueAt, rule: 'defect', version: 1 },
    }),
    newId<TicketId>(),
    time,
  )
const ask = async (lateBy: number, freeBy: number | null = null) =>
  (await ticketsLeftLying(phone.database, { lateBy, freeBy })).map(({ id }) => id)

it('[CK12] what is late is read once; the clock alone reads only what became late since', async () => {
  const [first, second] = [await take(at(10)), await take(at(11))]
  read = 0
  expect(await ask(at(10, 30))).toEqual([first])
  expect(read).toBe(1)
  expect(await ask(at(10, 31))).toEqual([first])
  expect(read).toBe(1)
  expect(new Set(await ask(at(11, 30)))).toEqual(new Set([first, second]))
  expect(read).toBe(2)
})

it('[CK12] what was written to is read anew', async () => {
  const first = await take(at(10))
  await ask(at(11))
  await save({ act: 'say', words: '还在等', photos: [] }, first, at(11, 5))
  await vi.waitFor(async () => {
    const [ticket] = await ticketsLeftLying(phone.database, { lateBy: at(12), freeBy: null })
    expect(ticket?.thread.at(-1)).toMatchObject({ kind: 'said', words: '还在等' })
  })
})

it('[CK12] what nobody has counts from when it came, not before', async () => {
  const first = await take(at(20), at(9))
  const later = await take(at(20), at(11))
  expect(await ask(at(8), at(10))).toEqual([first])
  expect(new Set(await ask(at(8), at(11, 30)))).toEqual(new Set([first, later]))
})
