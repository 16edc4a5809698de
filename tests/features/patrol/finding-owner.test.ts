import { enableAutoUnmount, flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { TicketId } from '../../../src/domain/ticket/ticket'
import { newId } from '../../support/build/ids'
import { itemOf } from '../../support/build/form'
import { at, PatrolPhone } from '../../support/patrol-phone'
import { ItemPage } from './item-page'

const item = itemOf('verdict', {
  ...{ id: 'door', title: '单元门' },
  onAbnormal: { photo: false, words: true },
})
let phone: PatrolPhone

beforeEach(async () => {
  phone = await PatrolPhone.open()
})
afterEach(() => phone.close())
enableAutoUnmount(afterEach)

const find = async (kind: 'ticket' | 'lookAgain') => {
  const page = await ItemPage.open(phone, item)
  const remedy = kind === 'ticket' ? { kind, ticket: newId<TicketId>() } : { kind }
  page.draft.change('door', { value: 'abnormal', remedy })
  await flushPromises()
  return page
}
const asksWhoWaits = ({ part }: ItemPage) => part.text().includes('哪一户在等回话')

it('[TK25] asks who waits to hear where a finding becomes a ticket, and nowhere else', async () => {
  expect(asksWhoWaits(await find('lookAgain'))).toBe(false)
  expect(asksWhoWaits(await find('ticket'))).toBe(true)
})

it('[TK25] asks when they hear once a home is named, and takes it back with the home', async () => {
  const page = await find('ticket')
  expect(page.part.find('select').exists()).toBe(false)
  page.draft.changeOwner('door', { home: phone.estate.place.id })
  await flushPromises()
  await page.part.get<HTMLSelectElement>('select').setValue(String(at(18)))
  expect(page.draft.ownerOf('door')).toEqual({
    ...{ home: phone.estate.place.id, nextWord: String(at(18)) },
  })
  const nobody = page.part.findAll('button').find((each) => each.text() === '没有人在等')
  await nobody?.trigger('click')
  expect(page.draft.ownerOf('door')).toEqual({ home: null, nextWord: '' })
})
