// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { TicketId } from '../../../src/domain/ticket/ticket'
import TakeIn from '../../../src/features/upload/TakeIn.vue'
import { saveActs } from '../../../src/storage/save-acts'
import { packUnsent } from '../../../src/stores/export-work'
import { phoneKey } from '../../../src/stores/phone'
import { newId } from '../../support/build/ids'
import { receiveTicket } from '../../support/build/ticket'
import { at, PatrolPhone } from '../../support/patrol-phone'
import { author, hashOf } from '../../support/phone-parts'
import { theOne } from '../../ui/mount-part'

let phone: PatrolPhone
beforeEach(async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')))
  phone = await PatrolPhone.open(at(9))
})
afterEach(() => {
  vi.unstubAllGlobals()
  phone.close()
})
enableAutoUnmount(afterEach)

const open = () =>
  mount(TakeIn, {
    attachTo: document.body,
    global: { plugins: [...phone.plugins], provide: { [phoneKey as symbol]: phone.phone } },
  })
const choose = async (file: Blob) => {
  const input = document.querySelector<HTMLInputElement>('input[type=file]')
  if (!input) throw new Error('Nothing to choose with')
  Object.defineProperty(input, 'files', { configurable: true, value: [file] })
  input.dispatchEvent(new Event('change'))
  await flushPromises()
}

it('[EX3] leads back to where a file is chosen when the one chosen is none', async () => {
  open()
  await choose(new Blob(['not of ours']))
  await vi.waitFor(() => expect(document.activeElement).toBe(theOne('button', '选文件')))
})

it('[EX8] leads to whose work it is, and back when it is left', async () => {
  const act = receiveTicket(phone.estate.community.id, phone.phone.person.staff)
  const acts = [{ kind: 'Ticket' as const, record: newId<TicketId>(), act }]
  await saveActs(phone.database, acts, author(phone.phone.person.staff, at(9)))
  const { file } = await packUnsent(phone.phone, hashOf)
  open()
  await choose(file)
  await vi.waitFor(() => expect(document.activeElement?.tagName).toBe('H3'))
  theOne('button', '不收').click()
  await vi.waitFor(() => expect(document.activeElement).toBe(theOne('button', '选文件')))
})
