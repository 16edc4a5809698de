// @vitest-environment happy-dom
import { IDBObjectStore } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { StaffId } from '../../src/domain/id'
import type { Ticket, TicketId } from '../../src/domain/ticket/ticket'
import { handlerOf } from '../../src/domain/ticket/handler'
import { movedSince } from '../../src/domain/ticket/since'
import { saveActs, type ActToSave } from '../../src/storage/save-acts'
import { useBulkForm } from '../../src/stores/bulk-form'
import { useTicketBulk, type BulkDeed } from '../../src/stores/ticket-bulk'
import { useTicketForm } from '../../src/stores/ticket-form'
import { newId } from '../support/build/ids'
import { receiveTicket } from '../support/build/ticket'
import { author } from '../support/phone-parts'
import { at, PatrolPhone } from '../support/patrol-phone'

const zhao = newId<StaffId>()
let phone: PatrolPhone
beforeEach(async () => {
  phone = await PatrolPhone.open()
})
const { add } = IDBObjectStore.prototype
afterEach(() => {
  IDBObjectStore.prototype.add = add
  phone.close()
})

/** A disk on which the outbox has room for so many more. */
const leaveRoom = (most: number) => {
  let room = most
  IDBObjectStore.prototype.add = function (this: IDBObjectStore, ...args: Parameters<typeof add>) {
    if (this.name === 'outbox' && (room -= 1) < 0)
      throw new DOMException('full', 'QuotaExceededError')
    return add.apply(this, args)
  }
}

const does = (record: TicketId, act: ActToSave['act'], by: StaffId, minute: number) =>
  saveActs(phone.database, [{ kind: 'Ticket', record, act }], author(by, at(8, minute)))
const take = async (title: string): Promise<TicketId> => {
  const record = newId<TicketId>()
  const { staff } = phone.phone.person
  await does(record, receiveTicket(phone.estate.community.id, staff, { title }), staff, 0)
  return record
}
const held = async (id: TicketId): Promise<Ticket> => {
  const row = await phone.database.tickets.get(id)
  if (!row) throw new Error('not here')
  return row.record
}
const open = async (deed: BulkDeed = 'assign') => {
  const opened = phone.use(() => {
    const bulk = useTicketBulk()
    return { ...bulk, form: useBulkForm(bulk, deed) }
  })
  await opened.form.draft.load()
  return opened
}

describe('[TK22] one deed to many tickets', () => {
  it('assigns each by itself, in no group, and a doubled tap does it once', async () => {
    const ids = [await take('一'), await take('二'), await take('三')]
    const bulk = await open()
    const seen = await bulk.see(ids)
    expect(await bulk.form.save(seen)).toBe(false)
    expect(bulk.form.isMissing.value).toBe(true)
    bulk.form.fields.to.value = zhao
    const saved = await Promise.all([bulk.form.save(seen), bulk.form.save(seen)])
    expect(saved).toEqual([true, false])
    expect(bulk.result.value).toMatchObject({ deed: 'assign', to: zhao, left: [] })
    for (const id of ids) {
      const { thread } = await held(id)
      expect(thread.map(({ kind }) => kind)).toEqual(['received', 'assigned'])
    }
    const sent = await phone.database.outbox.toArray()
    const assigned = sent.filter(({ change }) => change.act.act === 'assign')
    expect(assigned).toHaveLength(3)
    expect(assigned.every(({ change }) => change.group === undefined)).toBe(true)
  })

  it('[TK21] leaves the one in the middle that somebody took first, and says who', async () => {
    const [one, middle, last] = [await take('一'), await take('二'), await take('三')]
    const bulk = await open()
    const seen = await bulk.see([one, middle, last])
    await does(middle, { act: 'accept', from: 'received' }, zhao, 31)
    bulk.form.fields.to.value = phone.phone.person.staff
    await bulk.form.save(seen)
    expect(bulk.result.value?.done.map(({ id }) => id)).toEqual([one, last])
    expect(bulk.result.value?.left).toMatchObject([
      {
        ticket: { id: middle },
        why: 'moved',
        moved: { kind: 'accepted', by: zhao, at: at(8, 31) },
      },
    ])
    expect(handlerOf(await held(middle))).toBe(zhao)
  })

  it('says what was so already and what may not be, and touches neither', async () => {
    const [his, closed] = [await take('他的'), await take('撤了的')]
    await does(his, { act: 'accept', from: 'received' }, zhao, 5)
    await does(closed, { act: 'cancel', from: 'received', words: '重复' }, zhao, 6)
    const bulk = await open()
    bulk.form.fields.to.value = zhao
    await bulk.form.save(await bulk.see([his, closed]))
    expect(bulk.result.value?.done).toEqual([])
    expect(bulk.result.value?.left.map(({ why }) => why)).toEqual(['same', 'cannot'])
    expect((await held(his)).thread).toHaveLength(2)
  })

  it('[TK20] takes all back but the one somebody went on with', async () => {
    const [one, middle, last] = [await take('一'), await take('二'), await take('三')]
    const bulk = await open()
    bulk.form.fields.to.value = zhao
    await bulk.form.save(await bulk.see([one, middle, last]))
    await does(middle, { act: 'accept', from: 'assigned' }, zhao, 40)
    await bulk.undo()
    expect(bulk.result.value?.done.map(({ id }) => id)).toEqual([one, last])
    expect(bulk.result.value?.left).toMatchObject([{ why: 'moved', moved: { by: zhao } }])
    expect((await held(middle)).status).toBe('accepted')
    expect(handlerOf(await held(one))).toBeNull()
  })

  it('stops at a full disk and says of the rest that they are not saved', async () => {
    const ids = [await take('一'), await take('二'), await take('三')]
    const bulk = await open()
    const seen = await bulk.see(ids)
    leaveRoom(1)
    bulk.form.fields.to.value = zhao
    await bulk.form.save(seen)
    expect(bulk.result.value?.done).toHaveLength(1)
    expect(bulk.result.value?.left.map(({ why }) => why)).toEqual(['notSaved', 'notSaved'])
    expect(bulk.failure.value).toContain('满')
  })
})

describe('what is written for many tickets at once', () => {
  const kept = async () => (await phone.database.drafts.get('bulk/putOff'))?.value
  const accepted = async (title: string) => {
    const id = await take(title)
    await does(id, { act: 'accept', from: 'received' }, phone.phone.person.staff, 1)
    return id
  }

  it('[TK22] is kept while it is written, survives the app, and goes once it is saved', async () => {
    const ids = [await accepted('一'), await accepted('二')]
    const { form } = await open('putOff')
    form.fields.words.value = '等厂家的密封圈'
    await form.draft.save()
    phone = await phone.dieAndOpen()
    const again = await open('putOff')
    expect(again.form.fields.words.value).toBe('等厂家的密封圈')
    await again.form.save(await again.see(ids))
    for (const id of ids)
      expect((await held(id)).thread.at(-1)).toMatchObject({ words: '等厂家的密封圈' })
    expect(await kept()).toBeUndefined()
    expect((await open('putOff')).form.fields.words.value).toBe('')
  })

  it('[TK22] stays where nothing could be done with it, or not all was saved', async () => {
    const [one, two] = [await accepted('一'), await accepted('二')]
    const { see, form } = await open('putOff')
    form.fields.words.value = '等业主在家'
    const seen = await see([one])
    await does(one, { act: 'return', from: 'accepted', words: '' }, phone.phone.person.staff, 2)
    await form.save(seen)
    await form.draft.save()
    expect(await kept()).toMatchObject({ words: '等业主在家' })
    leaveRoom(0)
    await form.save(await see([two]))
    expect(await kept()).toMatchObject({ words: '等业主在家' })
  })

  it('[TK22] never waits until a day that is over', async () => {
    await phone.database.drafts.put({
      ...{ key: 'bulk/putOff', at: 1 },
      value: { to: '', words: '等', why: 'owner', until: '1000' },
    })
    const { form } = await open('putOff')
    expect(form.fields.words.value).toBe('等')
    expect(form.fields.until.value).toBe(String(form.days[0]))
  })
})

describe('[TK21] why a step was not taken', () => {
  it('is what moved the ticket since it was seen, and no word said meanwhile', async () => {
    const leak = await take('漏')
    const seen = await held(leak)
    await does(leak, { act: 'accept', from: 'received' }, zhao, 31)
    await does(leak, { act: 'say', words: '带梯子去', photos: [] }, zhao, 32)
    expect(movedSince(seen, await held(leak))).toMatchObject({ kind: 'accepted', by: zhao })
    expect(movedSince(await held(leak), await held(leak))).toBeNull()
  })

  it('is told by the sheet, whose step is taken from what it showed when it came up', async () => {
    const leak = await take('漏')
    const seen = await held(leak)
    const form = phone.use(() => useTicketForm(() => seen, 'assign'))
    await form.draft.load()
    form.fields.to.value = phone.phone.person.staff
    await does(leak, { act: 'accept', from: 'received' }, zhao, 31)
    expect(await form.save()).toBeNull()
    expect(form.moved.value).toMatchObject({ kind: 'accepted', by: zhao, at: at(8, 31) })
    expect(handlerOf(await held(leak))).toBe(zhao)
  })
})
