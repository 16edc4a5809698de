// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { TicketId, TicketKind } from '../../src/domain/ticket/ticket'
import type { Workbook } from '../../src/domain/workbook'
import { saveActs } from '../../src/storage/save-acts'
import { useTicketList } from '../../src/stores/ticket-list'
import { useTicketWorkbook } from '../../src/stores/ticket-workbook'
import { useWorkbook } from '../../src/stores/workbook'
import { newId } from '../support/build/ids'
import { receiveTicket } from '../support/build/ticket'
import { author } from '../support/phone-parts'
import { at, PatrolPhone } from '../support/patrol-phone'

let phone: PatrolPhone
beforeEach(async () => {
  phone = await PatrolPhone.open()
})
afterEach(() => phone.close())

/** A device that writes what it is given to where the test looks, as soon as it may. */
const shelf = (write: (workbook: Workbook) => Blob | null = () => new Blob(['x'])) => {
  const saved: string[] = []
  const written: Workbook[] = []
  const devices = {
    write: (workbook: Workbook) => {
      written.push(workbook)
      return Promise.resolve(write(workbook))
    },
    save: (name: string) => void saved.push(name),
  }
  return { saved, written, devices }
}

const receive = async (title: string, minute: number, kind: TicketKind = 'complaint') => {
  const { staff } = phone.phone.person
  const act = receiveTicket(phone.estate.community.id, staff, { title, kind })
  const done = { kind: 'Ticket', record: newId<TicketId>(), act } as const
  const saved = await saveActs(phone.database, [done], author(staff, at(8, minute)))
  if (!saved.ok) throw new Error(saved.error.kind)
}

const HEAD = { fileName: '工单 2026-11-24', name: '工单', columns: [{ title: '工单', width: 30 }] }

describe('what is exported', () => {
  it('[DK8] is the whole list as it is narrowed and ordered, not only the rows drawn', async () => {
    for (let n = 0; n < 70; n += 1) await receive(`投诉 ${String(n).padStart(2, '0')}`, n % 60)
    await receive('报修', 5, 'repair')
    const { list, book, saved, written } = phone.use(() => {
      const { devices, ...kept } = shelf()
      return { list: useTicketList(), book: useTicketWorkbook(devices), ...kept }
    })
    list.kind = 'complaint'
    list.order = { by: 'title', isDown: true }
    await expect.poll(() => list.ids.length).toBe(70)
    expect(list.rows.length).toBeLessThan(70)
    await book.exportList(HEAD, ({ title, receivedAt }) => [title, { at: receivedAt }])
    expect([saved, book.ending.value, book.going.value]).toEqual([
      ...[['工单 2026-11-24.xlsx'], 'saved', null],
    ])
    const rows = written[0]?.pages[0]?.rows ?? []
    expect(rows).toHaveLength(70)
    expect([rows[0]?.[0], rows.at(-1)?.[0]]).toEqual(['投诉 69', '投诉 00'])
    expect(written[0]?.zone).toBe('Asia/Shanghai')
  })
})

const table = (length: number, rowsOf = (from: number, to: number) => pieces(from, to)) => ({
  ...HEAD,
  ...{ length, rowsOf },
})
const pieces = (from: number, to: number) =>
  Promise.resolve(Array.from({ length: to - from }, (_, index) => [from + index]))

describe('a long list on its way to a file', () => {
  it('[DK9] says how far it is, in order, and a second tap makes no second file', async () => {
    const { devices, saved, written } = shelf()
    const book = phone.use(() => useWorkbook(devices))
    const seen: number[] = []
    const first = book.exportTable(
      table(600, (from, to) => {
        seen.push(book.going.value?.done ?? -1)
        return pieces(from, to)
      }),
    )
    await book.exportTable(table(3))
    await first
    expect(seen).toEqual([0, 250, 500])
    expect(saved).toHaveLength(1)
    expect(written[0]?.pages[0]?.rows.map(([cell]) => cell)).toEqual(
      Array.from({ length: 600 }, (_, index) => index),
    )
  })

  it('[DK9] stopped, becomes no file, and can be begun again', async () => {
    const { devices, saved, written } = shelf()
    const book = phone.use(() => useWorkbook(devices))
    await book.exportTable(
      table(600, (from, to) => {
        book.stop()
        return pieces(from, to)
      }),
    )
    expect([saved, written, book.ending.value, book.going.value]).toEqual([[], [], null, null])
    await book.exportTable(table(3))
    expect(saved).toHaveLength(1)
  })

  it('[DK9] without room says so and keeps nothing', async () => {
    const { devices, saved } = shelf(() => null)
    const book = phone.use(() => useWorkbook(devices))
    await book.exportTable(table(3))
    expect([saved, book.ending.value, book.going.value]).toEqual([[], 'failed', null])
  })

  it('[DK9] broken off by what it was to read, says so and can be begun again', async () => {
    const { devices, saved } = shelf()
    const book = phone.use(() => useWorkbook(devices))
    await book.exportTable(table(3, () => Promise.reject(new Error('gone'))))
    expect([saved, book.ending.value, book.going.value]).toEqual([[], 'failed', null])
    await book.exportTable(table(3))
    expect(book.ending.value).toBe('saved')
  })
})
