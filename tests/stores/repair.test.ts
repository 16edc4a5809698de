// @vitest-environment happy-dom
import { Blob } from 'node:buffer'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { localMoment } from '../../src/domain/local-moment'
import type { Signature } from '../../src/domain/signature'
import { useRepairWriting } from '../../src/stores/repair-writing'
import { at, PatrolPhone } from '../support/patrol-phone'

let phone: PatrolPhone
beforeEach(async () => {
  vi.stubGlobal('Blob', Blob)
  phone = await PatrolPhone.open(at(11))
})
afterEach(() => {
  phone.close()
  vi.unstubAllGlobals()
})

const open = async (on = phone) => {
  const writing = on.use(() =>
    useRepairWriting('repair/new', {}, null, null, { signedSlip: '业主签字' }),
  )
  await writing.form.draft.load()
  return writing
}
const when = (hours: number) => localMoment(at(hours), 'Asia/Shanghai')
const write = (writing: Awaited<ReturnType<typeof open>>) => {
  Object.assign(writing.form.written, {
    ...{ title: '泵房灯不亮', part: 'common', place: phone.estate.place.id },
    ...{ arrivedAt: when(9), endedAt: when(10), found: '灯头坏', done: '换了灯头' },
  })
}
const signature: Signature = { name: '陈', strokes: [[1, 2, 3, 4]], signedAt: at(10) }

describe('[RN1] a repair note without a ticket', () => {
  it('says what is missing and saves nothing until then', async () => {
    const writing = await open()
    expect(await writing.save()).toBeNull()
    expect(writing.faults.value).toEqual([
      ...['title', 'where', 'arrived', 'ended', 'found', 'done', 'signed'],
    ])
    expect(await phone.database.outbox.count()).toBe(0)
  })

  it('[RN2] is saved once, with the ticket it makes, accepted, on site and put right', async () => {
    const writing = await open()
    write(writing)
    const saves = await Promise.all([writing.save(), writing.save()])
    expect(saves.filter(Boolean)).toHaveLength(1)
    const [note] = await phone.database.repairNotes.toArray()
    const [ticket] = await phone.database.tickets.toArray()
    expect(note?.record.ticket).toBe(ticket?.id)
    expect(note?.record.sheet).toMatchObject({ charge: 'common', minutes: 60, home: null })
    expect(ticket?.record.status).toBe('resolved')
    expect(ticket?.record.thread.map(({ kind }) => kind)).toEqual([
      ...['received', 'accepted', 'started', 'resolved'],
    ])
    expect(await phone.database.drafts.count()).toBe(0)
  })

  it('is there again when the phone died half way', async () => {
    const writing = await open()
    write(writing)
    await writing.form.draft.save()
    phone = await phone.dieAndOpen()
    const again = await open()
    expect(again.form.written).toMatchObject({ title: '泵房灯不亮', done: '换了灯头' })
    expect(again.form.written.note).toBe(writing.form.written.note)
  })

  it('[RN6] notices that words moved after the owner had signed', async () => {
    const writing = await open()
    write(writing)
    writing.signature.value = signature
    expect(writing.isSignedOther.value).toBe(false)
    writing.form.written.done = '换了两只灯头'
    expect(writing.faults.value).toEqual(['signedOther'])
    writing.signature.value = { ...signature, signedAt: at(10, 30) }
    expect(writing.faults.value).toEqual([])
    await writing.save()
    const [note] = await phone.database.repairNotes.toArray()
    expect(note?.record.signed?.sha256).toMatch(/^[0-9a-f]{64}$/)
  })
})
