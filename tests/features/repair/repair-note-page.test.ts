import 'fake-indexeddb/auto'
import { enableAutoUnmount, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import type { ChangeId } from '../../../src/domain/id'
import { MINUTE } from '../../../src/domain/instant'
import RepairNotePage from '../../../src/features/repair/RepairNotePage.vue'
import { saveActs, type ActToSave } from '../../../src/storage/save-acts'
import { phoneKey } from '../../../src/stores/phone'
import { newId } from '../../support/build/ids'
import { repairSheet, writeNote } from '../../support/build/repair'
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
})
