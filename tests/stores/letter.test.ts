// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { calendarDay } from '../../src/domain/calendar-day'
import type { StaffId } from '../../src/domain/id'
import { letterState, type OwnerLetter } from '../../src/domain/letter/letter'
import type { Role } from '../../src/domain/role'
import type { Ticket, TicketId } from '../../src/domain/ticket/ticket'
import { saveActs } from '../../src/storage/save-acts'
import { useEstate } from '../../src/stores/estate'
import { hashLetter, useLetter, useLetterActs } from '../../src/stores/letter'
import { letterErrands } from '../../src/stores/letter-errands'
import { useLetterWriting } from '../../src/stores/letter-writing'
import { callersScope } from '../../src/domain/scope'
import { newId } from '../support/build/ids'
import { receiveTicket } from '../support/build/ticket'
import { author } from '../support/phone-parts'
import { at, PatrolPhone } from '../support/patrol-phone'

let phone: PatrolPhone
beforeEach(async () => {
  phone = await PatrolPhone.open()
})
afterEach(() => phone.close())

/** A complaint that came by letter, found out and put right. */
const complaint = async (): Promise<Ticket> => {
  const { staff } = phone.phone.person
  const record = newId<TicketId>()
  const act = receiveTicket(phone.estate.community.id, staff, {
    ...{ kind: 'complaint', title: '楼道灯不亮', origin: { by: 'owner', channel: 'letter' } },
    caller: newId(),
  })
  for (const done of [act, { act: 'say', words: '收到', photos: [] }] as const) {
    const saved = await saveActs(phone.database, [{ kind: 'Ticket', record, act: done }], {
      ...author(staff, at(8)),
    })
    if (!saved.ok) throw new Error(saved.error.kind)
  }
  const held = await phone.database.tickets.get(record)
  if (!held) throw new Error('not here')
  return held.record
}
const become = (role: Role, name: string) => {
  Object.assign(phone.phone.person, { roles: [role], name, staff: newId<StaffId>() })
}
const heldLetter = async (): Promise<OwnerLetter> => {
  const [held] = await phone.database.ownerLetters.toArray()
  if (!held) throw new Error('no letter')
  return held.record
}
const writing = async (ticket: Ticket, letter: OwnerLetter | null = null) => {
  const { estate, form } = phone.use(() => ({
    estate: useEstate(),
    form: useLetterWriting(ticket, letter),
  }))
  await expect.poll(() => estate.isRead).toBe(true)
  await form.draft.load()
  return form
}
const acting = async () => {
  const { id } = await heldLetter()
  const page = phone.use(() => {
    const shown = useLetter(() => id)
    return { shown, acts: useLetterActs(() => shown.value) }
  })
  await expect.poll(() => page.shown.value?.id).toBe(id)
  return page.acts
}
const draft = async (ticket: Ticket) => {
  const form = await writing(ticket)
  form.fields.body.value = '您来信反映的灯已换好,给您添麻烦了。'
  expect(await form.save()).not.toBeNull()
}

describe('a letter answered by a letter, without a network', () => {
  it('[LE1] lies with who talk to callers, and the ticket and everybody else know nothing of it', async () => {
    const ticket = await complaint()
    const before = JSON.stringify((await phone.database.tickets.get(ticket.id))?.record)
    await draft(ticket)
    const [held] = await phone.database.ownerLetters.toArray()
    expect(held?.scope).toBe(callersScope(ticket.community))
    const after = (await phone.database.tickets.get(ticket.id))?.record
    expect(JSON.stringify(after)).toBe(before)
    expect(JSON.stringify(after)).not.toContain(held?.id)
  })

  it('[LE2] begins with what the ticket says, and is not handed in with a mark left', async () => {
    const ticket = await complaint()
    const form = await writing(ticket)
    expect(form.fields.body.value).toContain('「楼道灯不亮」')
    expect(form.fields.signer.value).toBe('萌芽物业')
    expect([form.faults.value, await form.save()]).toEqual([['marks'], null])
  })

  it('[LE3] [LE6] goes from steward to supervisor to manager to the post, and the owner was told in writing', async () => {
    const ticket = await complaint()
    await draft(ticket)
    const asSteward = await acting()
    expect(['endorse', 'approve', 'send'].filter((each) => asSteward.can(each as 'send'))).toEqual(
      [],
    )
    become('supervisor', '周洁')
    expect(await (await acting()).doTo({ act: 'endorse' })).toBe(true)
    become('manager', '陈立')
    expect(await (await acting()).doTo({ act: 'approve' })).toBe(true)
    const approved = await heldLetter()
    const hash = await hashLetter(approved)
    expect(approved.thread.map((entry) => 'sha256' in entry && entry.sha256)).toEqual([hash, hash])
    become('customerService', '王芳')
    const send = { act: 'send', how: 'post', on: calendarDay(2026, 11, 24), who: '王芳' } as const
    expect(await (await acting()).doTo(send, { told: '11月24日书面答复' })).toBe(true)
    expect(letterState(await heldLetter())).toBe('sent')
    const told = await phone.database.tickets.get(ticket.id)
    expect(told?.record.thread.at(-1)).toMatchObject({
      ...{ kind: 'told', channel: 'letter', reached: true },
    })
    expect(await phone.database.outbox.count()).toBeGreaterThan(4)
  })

  it('[LE8] is on Today for whoever has their turn with it, and for nobody else', async () => {
    const asked = async () =>
      (await letterErrands(phone.database, phone.phone)).map(({ what }) => what)
    await draft(await complaint())
    const writer = { ...phone.phone.person }
    expect(await asked()).toEqual([])
    become('supervisor', '周洁')
    expect(await asked()).toEqual(['letterEndorse'])
    await (await acting()).doTo({ act: 'endorse' })
    expect(await asked()).toEqual([])
    become('manager', '陈立')
    expect(await asked()).toEqual(['letterApprove'])
    await (await acting()).doTo({ act: 'approve' })
    expect(await asked()).toEqual([])
    Object.assign(phone.phone.person, writer)
    expect(await asked()).toEqual(['letterSend'])
  })

  it('[LE4] changed after the supervisor looked, the yes does not count and is said to be late', async () => {
    const ticket = await complaint()
    await draft(ticket)
    become('supervisor', '周洁')
    const page = await acting()
    const before = await heldLetter()
    const { staff } = phone.phone.person
    const saved = await saveActs(
      phone.database,
      [
        {
          ...{ kind: 'OwnerLetter', record: before.id },
          act: {
            ...{ act: 'rewrite', of: before.written.change },
            sheet: { ...before.sheet, body: '另一稿' },
          },
        },
      ],
      author(staff, at(9)),
    )
    expect(saved.ok).toBe(true)
    const stale = phone.use(() => useLetterActs(() => before))
    expect(await stale.doTo({ act: 'endorse' })).toBe(false)
    expect(stale.failure.value).not.toBe('')
    expect(letterState(await heldLetter())).toBe('draft')
    expect(page.state.value).toBe('draft')
  })

  it('[LE2] what is half written outlives the app, and says when a colleague wrote it anew', async () => {
    const ticket = await complaint()
    await draft(ticket)
    const letter = await heldLetter()
    const form = await writing(ticket, letter)
    form.fields.body.value = '我改到一半'
    await form.draft.save()
    const again = await writing(ticket, {
      ...letter,
      written: { ...letter.written, change: newId() },
    })
    expect([again.fields.body.value, again.isOlder.value]).toEqual(['我改到一半', true])
    expect(await again.save()).toBeNull()
    again.goOn()
    expect(again.isOlder.value).toBe(false)
  })
})
