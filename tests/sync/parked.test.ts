import { describe, expect, it } from 'vitest'
import { uploadLines } from '../../src/storage/upload-state'
import { setUpPhone } from '../support/exchange-phone'

describe('[SY43] an act whose record the server has not got', () => {
  it('is shown as waiting for it, also where the record is not on the phone', async () => {
    const phone = await setUpPhone()
    const id = await phone.newTicket('同事手机上的')
    // A colleague's unsent work: his first act is not in this outbox.
    await phone.database.outbox.clear()
    await phone.save(id, { act: 'say', words: '我也看到了', photos: [] })
    const lineOf = async () => (await uploadLines(phone.database, 9))[0]
    expect(await lineOf()).toMatchObject({ state: 'onPhone', isParked: false })
    expect(await phone.go()).toMatchObject({ ended: 'done' })
    expect(await lineOf()).toMatchObject({ state: 'onPhone', isParked: true })
    await phone.database.tickets.delete(id)
    expect(await lineOf()).toMatchObject({ record: null, isParked: true })
  })
})
