// @vitest-environment happy-dom
import { Blob } from 'node:buffer'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { localMoment } from '../../src/domain/local-moment'
import type { Signature } from '../../src/domain/signature'
import { useRepairWriting } from '../../src/stores/repair-writing'
import { writtenFrom } from '../../src/stores/repair-written'
import type { TicketAct } from '../../src/domain/ticket/act'
import type { TicketId } from '../../src/domain/ticket/ticket'
import { saveActs } from '../../src/storage/save-acts'
import { newId } from '../support/build/ids'
import { receiveTicket } from '../support/build/ticket'
import { author } from '../support/phone-parts'
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
    useRepairWriting('repair/new', {}, () => null, null, { signedSlip: '业主签字' }),
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
const correct = async () => {
  const [kept] = await phone.database.repairNotes.toArray()
  if (!kept) throw new Error('No note is kept.')
  const { record: note } = kept
  const held = await phone.database.tickets.get(note.ticket)
  const again = phone.use(() =>
    useRepairWriting(
      `repair/${note.ticket}/${note.id}`,
      writtenFrom(note, 'Asia/Shanghai'),
      () => held?.record ?? null,
      note,
      { signedSlip: '业主签字' },
    ),
  )
  await again.form.draft.load()
  return again
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

  it('[RN5] takes a name alone for no signature, and the reason why nobody signed for enough', async () => {
    const writing = await open()
    write(writing)
    writing.signature.value = { name: '陈', strokes: [], signedAt: at(10) }
    writing.form.written.done = '换了两只灯头'
    expect(writing.faults.value).toEqual(['signature'])
    writing.form.written.unsigned = '出门了'
    expect(writing.faults.value).toEqual([])
  })
})

describe('[RN2] a ticket that moves while its note is written', () => {
  const id = newId<TicketId>()
  const steward = () => phone.phone.person.staff
  const doTo = async (...acts: readonly TicketAct[]) => {
    const given = acts.map((act) => ({ kind: 'Ticket' as const, record: id, act }))
    const saved = await saveActs(phone.database, given, author(steward(), at(10)))
    if (!saved.ok) throw new Error(saved.error.kind)
  }
  const ticket = async () => {
    const held = await phone.database.tickets.get(id)
    if (!held) throw new Error('No ticket is kept.')
    return held.record
  }
  const openOn = async () => {
    await doTo(receiveTicket(phone.estate.community.id, steward()))
    const seen = await ticket()
    const writing = phone.use(() =>
      useRepairWriting(`repair/${id}`, {}, () => seen, null, { signedSlip: '业主签字' }),
    )
    await writing.form.draft.load()
    write(writing)
    writing.signature.value = signature
    return writing
  }
  const kinds = async () => (await ticket()).thread.map(({ kind }) => kind)

  it('is taken on from where it is by then', async () => {
    const writing = await openOn()
    await doTo({ act: 'accept', from: 'received' }, {
      ...{ act: 'putOff', from: 'accepted', reason: 'parts', words: '等灯头' },
      ...{ until: at(30), nextWordAt: null },
    } as unknown as TicketAct)
    expect(await writing.save()).not.toBeNull()
    expect((await ticket()).status).toBe('resolved')
    expect(await kinds()).toEqual([
      ...['received', 'accepted', 'putOff', 'started', 'resolved', 'told'],
    ])
  })

  it('given to somebody else, stays with them, and the note is kept with it, name and all', async () => {
    const writing = await openOn()
    await doTo({ act: 'assign', from: 'received', to: newId(), words: '' })
    expect(await writing.save()).not.toBeNull()
    expect((await ticket()).status).toBe('assigned')
    const [note] = await phone.database.repairNotes.toArray()
    expect(note?.record).toMatchObject({ ticket: id, sheet: { done: '换了灯头' } })
    expect(note?.record.signed?.signature.name).toBe('陈')
  })
})

describe('[RN8] who from customer service was there', () => {
  const inHome = async () => {
    const writing = await open()
    write(writing)
    Object.assign(writing.form.written, {
      ...{ part: 'home', home: phone.estate.place.id, isCourtesy: true, courtesy: '举手之劳' },
      ...{ unsigned: '出门了', isDifficult: true, unattended: '都在开会' },
    })
    return writing
  }
  const staff = () => phone.phone.person.staff

  it('is kept when somebody is named in a correction, and counts from then on', async () => {
    const writing = await inHome()
    expect(await writing.save()).not.toBeNull()
    const again = await correct()
    expect(again.mayAttend).toBe(true)
    again.form.written.attended = [{ staff: staff(), from: when(9), until: when(10) }]
    expect(again.lacksAttendance.value).toBe(false)
    expect(await again.save()).not.toBeNull()
    const [note] = await phone.database.repairNotes.toArray()
    expect(note?.record.attended).toEqual([{ staff: staff(), from: at(9), until: at(10) }])
    expect((await correct()).recorded).toHaveLength(1)
  })

  it('is asked for where it is written by half, and never dropped without a word', async () => {
    const writing = await inHome()
    const whole = { staff: staff(), from: when(9), until: when(10) }
    for (const over of [{ staff: '' }, { from: '' }, { until: '' }, { until: when(9) }]) {
      writing.form.written.attended = [{ ...whole, ...over }]
      expect(writing.faults.value).toEqual(['attendedHalf'])
      expect(await writing.save()).toBeNull()
    }
    writing.form.written.attended = [whole]
    expect(writing.faults.value).toEqual([])
  })
})
