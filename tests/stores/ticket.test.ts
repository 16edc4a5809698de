// @vitest-environment happy-dom
import { Blob } from 'node:buffer'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick, ref } from 'vue'
import { MINUTE } from '../../src/domain/instant'
import type { Ticket, TicketId } from '../../src/domain/ticket/ticket'
import { writeDraft } from '../../src/storage/draft'
import { putAway, refusedWork } from '../../src/storage/refused-work'
import { saveActs } from '../../src/storage/save-acts'
import { separateActs, useTicket, useTickets } from '../../src/stores/ticket'
import { useRefusedWork } from '../../src/stores/refused-work'
import type { PlainDeed } from '../../src/stores/ticket-deed'
import { ticketDraftKey } from '../../src/stores/ticket-draft'
import { useTicketForm } from '../../src/stores/ticket-form'
import { useTicketList } from '../../src/stores/ticket-list'
import { newId } from '../support/build/ids'
import { photoRef } from '../support/build/patrol'
import { receiveTicket } from '../support/build/ticket'
import { author } from '../support/phone-parts'
import { at, PatrolPhone } from '../support/patrol-phone'

let phone: PatrolPhone
beforeEach(async () => {
  phone = await PatrolPhone.open()
})
afterEach(() => phone.close())

const take = async (title: string, over: Parameters<typeof receiveTicket>[2] = {}) => {
  const record = newId<TicketId>()
  const { staff } = phone.phone.person
  const act = receiveTicket(phone.estate.community.id, staff, { title, ...over })
  await saveActs(phone.database, [{ kind: 'Ticket', record, act }], author(staff, at(8)))
  return record
}
const held = async (id: TicketId): Promise<Ticket> => {
  const row = await phone.database.tickets.get(id)
  if (!row) throw new Error('not here')
  return row.record
}
const open = async (id: TicketId, deed: PlainDeed) => {
  const ticket = await held(id)
  const form = phone.use(() => useTicketForm(() => ticket, deed))
  await form.draft.load()
  return form
}
const kinds = async (id: TicketId) => (await held(id)).thread.map(({ kind }) => kind)

describe('[EX6] what the server refused, said anew', () => {
  it('goes once: not beside its begun form, and not from a second form', async () => {
    const id = await take('泵房滴水')
    const { database } = phone
    const [item] = await database.outbox.toArray()
    if (!item) throw new Error('Nothing there.')
    const change = { ...item.change, act: { act: 'say', words: '没收的', photos: [] } }
    const refused = { key: item.key, state: 'refused', withdrawn: true, outcome: null } as const
    const order = await database.outbox.add({ ...refused, change })
    const value = { words: '改过的', photos: [], replaces: [order] }
    await writeDraft(database, ticketDraftKey(id, 'say'), value, 1)
    await writeDraft(database, ticketDraftKey(id, 'start'), value, 1)
    const ways = phone.use(() => useRefusedWork())
    const [work] = (await refusedWork(database)).refused
    if (!work) throw new Error('Nothing was refused.')
    expect(await ways.sendAgain(work)).toBe(false)
    expect(ways.failure.value).toContain('正在改')
    await putAway(database, [order], true)
    const form = await open(id, 'say')
    const saved = await form.save()
    expect((await database.outbox.get(order))?.replacedBy).toBe(saved)
    const other = await open(id, 'start')
    expect(await other.save()).toBeNull()
    expect(other.failure.value).toContain('已经重新送过了')
    expect(await database.outbox.count()).toBe(3)
    expect(await database.drafts.get(ticketDraftKey(id, 'start'))).toBeDefined()
  })
})

describe('one deed to one ticket', () => {
  it('asks for what is missing, saves nothing until then, and takes a doubled tap once', async () => {
    const leak = await take('漏')
    const form = await open(leak, 'say')
    expect(form.missing()).toBe('words')
    expect(await form.save()).toBeNull()
    form.fields.words.value = '配件下午到'
    const saved = await Promise.all([form.save(), form.save()])
    expect(saved.filter((change) => change !== null)).toHaveLength(1)
    expect(await form.save()).toBe(saved.find((change) => change !== null))
    expect(await kinds(leak)).toEqual(['received', 'said'])
    expect(await phone.database.drafts.count()).toBe(0)
  })

  it('is there again, words and photo, after the phone died', async () => {
    const leak = await take('漏')
    const first = await open(leak, 'start')
    const blob = new Blob(['abc'], { type: 'image/webp' }) as unknown as globalThis.Blob
    await first.draft.keepPhoto({ blob, ref: photoRef('b') })
    first.fields.words.value = '主管道堵'
    first.fields.photos.value = [photoRef('b')]
    await first.draft.save()
    phone = await phone.dieAndOpen()
    const form = await open(leak, 'start')
    expect(form.fields.words.value).toBe('主管道堵')
    expect(await form.save()).not.toBeNull()
    expect(await kinds(leak)).toEqual(['received', 'started'])
    expect(await phone.database.photos.count()).toBe(1)
  })

  it('says why a step is not taken when somebody was first, and keeps what was written', async () => {
    const leak = await take('漏')
    const form = await open(leak, 'decline')
    form.fields.words.value = '户内自用,可介绍师傅'
    const { staff } = phone.phone.person
    const act = { act: 'accept', from: 'received' } as const
    await saveActs(phone.database, [{ kind: 'Ticket', record: leak, act }], author(staff, at(9)))
    expect(await form.save()).toBeNull()
    expect(form.failure.value).not.toBe('')
    expect(form.fields.words.value).toContain('介绍师傅')
    expect(await kinds(leak)).toEqual(['received', 'accepted'])
  })

  it('wants words and a photo before work is sent back', async () => {
    const leak = await take('漏')
    const form = await open(leak, 'recheck')
    form.fields.outcome.value = 'no'
    expect(form.missing()).toBe('photo')
    form.fields.photos.value = [photoRef('c')]
    expect(form.missing()).toBe('words')
    form.fields.outcome.value = 'yes'
    expect(form.missing()).toBeNull()
  })

  it('[TK28] times a sample found wrong from the second look, and one found good not at all', async () => {
    const fixed = { after: [photoRef('d')], words: '拧紧了' }
    const due = { at: at(8, 1), rule: 'defect', version: 1 } as const
    for (const outcome of ['yes', 'no'] as const) {
      const form = await open(await take('灯不亮', { due, fixed }), 'recheck')
      form.fields.photos.value = [photoRef('c')]
      form.fields.words.value = '还是不亮'
      form.fields.outcome.value = outcome
      expect(await form.save()).not.toBeNull()
      const { act } = (await phone.database.outbox.toArray()).at(-1)?.change ?? {}
      const { deadlines } = phone.estate.community
      const anew = { at: phone.tick.value + deadlines.defect * MINUTE, version: deadlines.version }
      if (outcome === 'yes') expect(act).not.toHaveProperty('due')
      else expect(act).toMatchObject({ due: { ...anew, rule: 'defect' } })
    }
  })

  it('[TK18] joins two tickets in one, and takes them apart again', async () => {
    const home = newId<NonNullable<Ticket['home']>>()
    const [one, other] = [await take('楼下返水'), await take('楼上返水', { home })]
    const form = await open(other, 'join')
    form.fields.into.value = one
    expect(await form.save()).not.toBeNull()
    expect(await held(one)).toMatchObject({ joined: [{ ticket: other, home }] })
    const joined = await held(other)
    expect(joined).toMatchObject({ status: 'closed', into: one })
    const tickets = phone.use(() => useTickets())
    expect((await tickets.save(separateActs(joined))).ok).toBe(true)
    expect((await held(one)).joined).toEqual([])
    expect((await held(other)).status).toBe('received')
  })
})

describe('lists of tickets', () => {
  it('counts, finds and follows the database without holding it', async () => {
    const place = phone.estate.place.id
    await take('2号泵滴水', { place, due: { at: at(8), rule: 'defect', version: 1 } })
    await take('门禁坏')
    const tickets = phone.use(() => useTickets())
    const list = phone.use(() => useTicketList())
    await vi.waitFor(() => expect(tickets.counts).toMatchObject({ open: 2, mine: 2, overdue: 1 }))
    list.words = '3栋'
    await vi.waitFor(() => expect(list.rows.map(({ title }) => title)).toEqual(['2号泵滴水']))
    list.words = ''
    list.view = 'overdue'
    await vi.waitFor(() => expect(list.rows).toHaveLength(1))
  })

  it('looks one up, and says when there is none', async () => {
    const leak = await take('漏')
    const wanted = ref<string>(leak)
    const ticket = phone.use(() => useTicket(() => wanted.value))
    expect(ticket.value).toBeUndefined()
    await vi.waitFor(() => expect(ticket.value?.title).toBe('漏'))
    wanted.value = newId()
    await nextTick()
    await vi.waitFor(() => expect(ticket.value).toBeNull())
  })
})
