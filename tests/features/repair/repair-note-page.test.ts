import 'fake-indexeddb/auto'
import { enableAutoUnmount, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import type { ChangeId } from '../../../src/domain/id'
import { MINUTE } from '../../../src/domain/instant'
import type { TicketId } from '../../../src/domain/ticket/ticket'
import RepairNotePage from '../../../src/features/repair/RepairNotePage.vue'
import { saveActs, type ActToSave } from '../../../src/storage/save-acts'
import { phoneKey } from '../../../src/stores/phone'
import { newId } from '../../support/build/ids'
import { repairSheet, writeNote } from '../../support/build/repair'
import { receiveTicket } from '../../support/build/ticket'
import { author } from '../../support/phone-parts'
import { at, PatrolPhone } from '../../support/patrol-phone'

let phone: PatrolPhone
const NOTE = newId<string>()
const signature = (name: string) => ({ name, strokes: [[100, 200, 300, 400]], signedAt: at(9) })
const sheet = repairSheet({ arrivedAt: at(8) })
beforeEach(async () => {
  phone = await PatrolPhone.open(at(10))
})
afterEach(() => phone.close())
enableAutoUnmount(afterEach)

const save = async (acts: readonly ActToSave['act'][], time: number) => {
  const given = acts.map((act) => ({ kind: 'RepairNote' as const, record: NOTE, act }))
  const saved = await saveActs(phone.database, given, author(phone.phone.person.staff, time))
  if (!saved.ok) throw new Error(saved.error.kind)
}
const show = () => {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:rest(.*)*', component: { template: '<p />' } }],
  })
  return mount(RepairNotePage, {
    props: { note: NOTE },
    global: {
      plugins: [...phone.plugins, router],
      provide: { [phoneKey as symbol]: phone.phone },
    },
    attachTo: document.body,
  })
}
const write = () =>
  save(
    [
      writeNote({
        ...{ community: phone.estate.community.id, sheet },
        signed: { signature: signature('陈晓'), sha256: 'a'.repeat(64) },
      }),
    ],
    at(9),
  )

describe('the page of a repair note', () => {
  it('says that there is none where none is', async () => {
    const page = show()
    await vi.waitFor(() => expect(page.text()).toContain('没有找到这份维修记录'))
  })

  it('[RN7] shows every name, the earlier ones as earlier, each with what it was put under', async () => {
    await write()
    await save(
      [
        {
          ...{ act: 'amend', sheet: { ...sheet, done: '换了两只角阀' } },
          signed: { signature: signature('林立'), sha256: 'b'.repeat(64) },
        },
      ],
      at(9, 20),
    )
    const page = show()
    await vi.waitFor(() => expect(page.findAll('figure')).not.toHaveLength(0))
    const text = page.text()
    expect(text.indexOf('林立')).toBeLessThan(text.indexOf('以前签过的'))
    expect(text.indexOf('以前签过的')).toBeLessThan(text.indexOf('陈晓'))
    expect(page.get('details').text()).toContain('换了角阀')
    await vi.waitFor(() => expect(page.text()).toContain('请找主管核对'))
  })

  it('[RN7] shows a correction written before the one that stands, and heard of later, as earlier', async () => {
    await write()
    const amend = (done: string) =>
      ({ act: 'amend', sheet: { ...sheet, done }, signed: null }) as const
    await save([amend('主管改的')], at(9, 30))
    await save([amend('师傅先改的')], at(9, 20))
    const page = show()
    await vi.waitFor(() => expect(page.text()).toContain('以前写的'))
    const text = page.text()
    expect(text.indexOf('主管改的')).toBeLessThan(text.indexOf('以前写的'))
    expect(text.indexOf('以前写的')).toBeLessThan(text.indexOf('师傅先改的'))
  })

  it('[RN10] says that it is voided and why, and offers no correction then', async () => {
    await write()
    await save([{ act: 'void', reason: '写到别的工单上了' }], at(9) + MINUTE)
    // What another phone still sends comes down with the server's row.
    await phone.database.repairNotes.toCollection().modify(({ record }) => {
      const late = {
        ...{ change: newId<ChangeId>(), at: at(9, 5), by: phone.phone.person.staff },
        deed: { act: 'sign', signature: signature('林立'), sha256: 'b'.repeat(64), of: newId() },
      }
      Object.assign(record, { late: [late] })
    })
    const page = show()
    await vi.waitFor(() => expect(page.text()).toContain('写到别的工单上了'))
    expect(page.text()).toContain('作废以后才收到的')
    expect(page.text()).toContain('林立')
    const buttons = page.findAll('button').map((each) => each.text())
    expect(buttons).not.toContain('改')
    expect(buttons).toContain('打印')
  })

  it('[RN12] is voided with its reason, in the same save as its ticket says so', async () => {
    const { staff } = phone.phone.person
    const ticket = newId<TicketId>()
    const { community } = phone.estate
    await saveActs(
      phone.database,
      [
        { kind: 'Ticket', record: ticket, act: receiveTicket(community.id, staff) },
        {
          ...{ kind: 'RepairNote', record: NOTE },
          act: writeNote({ community: community.id, ticket, sheet, signed: null }),
        },
      ],
      author(staff, at(9)),
    )
    const before = await phone.database.outbox.count()
    const page = show()
    const button = async (name: string) => {
      await vi.waitFor(() => {
        const found = [...document.querySelectorAll('button')].some(
          (each) => each.textContent.trim() === name,
        )
        expect(found).toBe(true)
      })
      const all = [...document.querySelectorAll('button')]
      all.find((each) => each.textContent.trim() === name)?.click()
    }
    await button('作废这份记录')
    await button('作废')
    await vi.waitFor(() => expect(document.body.textContent).toContain('请写一句为什么'))
    expect(await phone.database.outbox.count()).toBe(before)
    const area = document.querySelector('textarea')
    if (!area) throw new Error('No reason is asked for')
    area.value = '写到林家去了'
    area.dispatchEvent(new Event('input'))
    await button('作废')
    await vi.waitFor(() => expect(page.text()).toContain('作废了这份维修记录'))
    expect(page.text()).toContain('写到林家去了')
    expect(page.text()).toContain('维修单(已作废)')
    expect(page.text()).toContain('不作凭据')
    expect(page.text()).not.toContain('作废这份记录')
    const held = await phone.database.tickets.get(ticket)
    const last = held?.record.thread.at(-1)
    expect(last && 'words' in last && last.words).toContain('作废了一份维修记录')
    expect(JSON.stringify(held)).not.toContain('林家')
    const sent = await phone.database.outbox.toArray()
    expect(new Set(sent.slice(-2).map(({ change }) => change.group)).size).toBe(1)
  })
})
