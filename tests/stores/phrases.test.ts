// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { saveActs } from '../../src/storage/save-acts'
import { usePhrases } from '../../src/stores/phrases'
import { newId } from '../support/build/ids'
import { receiveTicket } from '../support/build/ticket'
import { author } from '../support/phone-parts'
import { at, PatrolPhone } from '../support/patrol-phone'
import { DAY } from '../../src/domain/instant'

let phone: PatrolPhone
beforeEach(async () => {
  phone = await PatrolPhone.open()
})
afterEach(() => phone.close())

const write = async (title: string, ago = DAY) => {
  const { community, place } = phone.estate
  const { staff } = phone.phone.person
  const act = receiveTicket(community.id, staff, {
    ...{ title, words: '', place: place.id, origin: { by: 'staff' } },
  })
  const ticket = { kind: 'Ticket' as const, record: newId<string>(), act }
  await saveActs(phone.database, [ticket], author(staff, at(9) - ago))
}
const open = async (here = phone) => {
  const phrases = here.use(() => usePhrases(() => here.estate.place.id))
  await phrases.load()
  return phrases
}

it('[TK23] come from the tickets of 90 days, and one put away stays away on this phone', async () => {
  for (const title of ['门禁失灵', '门禁失灵', '只说过一次']) await write(title)
  for (const title of ['早年的话', '早年的话']) await write(title, 91 * DAY)
  const { phrases, hide } = await open()
  await vi.waitFor(() => expect(phrases.value).toEqual(['门禁失灵', '地面有积水', '灯不亮']))
  await hide('地面有积水')
  await vi.waitFor(() => expect(phrases.value).toEqual(['门禁失灵', '灯不亮']))
  phone = await phone.dieAndOpen()
  const again = await open()
  await vi.waitFor(() => expect(again.phrases.value).toEqual(['门禁失灵', '灯不亮']))
  await again.showAll()
  await vi.waitFor(() => expect(again.phrases.value).toHaveLength(3))
})
