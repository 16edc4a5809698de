// @vitest-environment happy-dom
import { Blob } from 'node:buffer'
import { IDBObjectStore } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { clockOf } from '../../src/domain/ticket/question'
import type { TicketId } from '../../src/domain/ticket/ticket'
import { saveActs } from '../../src/storage/save-acts'
import { damagedItems } from '../../src/storage/damaged'
import { refusedWork } from '../../src/storage/refused-work'
import { useCheckpointDraft, visitDraftKey } from '../../src/stores/checkpoint-draft'
import { useCorrectRefused } from '../../src/stores/correct-refused'
import { useLeftStop } from '../../src/stores/left-stop'
import { useStop } from '../../src/stores/stop'
import { newId } from '../support/build/ids'
import { photoRef } from '../support/build/patrol'
import { at, PatrolPhone } from '../support/patrol-phone'
import { author } from '../support/phone-parts'

const { add, put } = IDBObjectStore.prototype
let phone: PatrolPhone

beforeEach(async () => {
  phone = await PatrolPhone.open()
})
afterEach(() => {
  Object.assign(IDBObjectStore.prototype, { add, put })
  phone.close()
})

const openStop = async (here = phone) => {
  const { pump } = here.estate
  const stop = here.use(() => useStop(here.round, pump.id))
  await stop.draft.load()
  await vi.waitFor(() => expect(stop.items.value.length).toBeGreaterThan(0))
  await vi.waitFor(() => expect(stop.view.value?.stops).toHaveLength(2))
  return stop
}
type Stop = Awaited<ReturnType<typeof openStop>>

const keep = (sha: string) => ({
  blob: new Blob(['abc'], { type: 'image/webp' }) as unknown as globalThis.Blob,
  ref: photoRef(sha),
})
const answer = ({ draft }: Stop, item: string, value: string | number) =>
  draft.change(item, { value })

/** Everything normal but a leaking flange, photographed, that becomes a ticket. */
const findLeak = async (stop: Stop) => {
  const photo = keep('a')
  await stop.draft.keepPhoto(photo)
  stop.draft.checkIn.value = { by: 'qr', at: at(8, 50) }
  answer(stop, 'pressure', 0.42)
  answer(stop, 'cabinet', 'normal')
  stop.draft.change('leak', {
    ...{ value: 'abnormal', words: '2号泵法兰滴水\n约每秒一滴', photos: [photo.ref] },
    remedy: { kind: 'ticket', ticket: newId<TicketId>() },
  })
  answer(stop, 'leak-where', 'flange')
  stop.answerRest()
}

/** A disk that has no room left for one of its tables. */
const fillDisk = (table: string) => {
  const full = (write: typeof put) =>
    function (this: IDBObjectStore, ...args: Parameters<typeof put>) {
      if (this.name === table) throw new DOMException('full', 'QuotaExceededError')
      return write.apply(this, args)
    }
  Object.assign(IDBObjectStore.prototype, { add: full(add), put: full(put) })
}

describe('a stop', () => {
  it('[RD8] is there again, photos too, after the phone died', async () => {
    const stop = await openStop()
    await findLeak(stop)
    await vi.waitFor(async () =>
      expect(JSON.stringify(await phone.database.drafts.toArray())).toContain('flange'),
    )
    phone = await phone.dieAndOpen()
    const again = await openStop()
    expect(again.draft.byItem.value.get('pressure')?.value).toBe(0.42)
    expect(again.draft.byItem.value.get('leak')?.words).toContain('法兰')
    expect(again.draft.photoBlob('a'.repeat(64))?.size).toBe(3)
    expect(again.missing.value).toEqual([])
  })

  it('[RD9] becomes a visit and a ticket with everything carried over, and the draft goes', async () => {
    const stop = await openStop()
    await findLeak(stop)
    expect(await stop.finish()).toBe(true)
    const [visit] = await phone.database.checkpointVisits.toArray()
    expect(visit?.record).toMatchObject({ abnormal: 1, checkIn: { by: 'qr' } })
    const [ticket] = await phone.database.tickets.toArray()
    expect(ticket?.record).toMatchObject({
      ...{ kind: 'defect', status: 'received', title: '2号泵法兰滴水' },
      ...{ place: phone.estate.place.id, takenBy: phone.phone.person.staff },
      words: '消防泵房 · 水泵、阀门无渗漏\n2号泵法兰滴水\n约每秒一滴',
      origin: { by: 'round', visit: visit?.id, item: 'leak', round: phone.round },
      due: { rule: 'defect', at: at(9) + 2_880 * 60_000 },
    })
    expect(ticket?.record.photos.map(({ sha256 }) => sha256[0])).toEqual(['a'])
    expect((await phone.database.photos.toArray()).map(({ state }) => state)).toEqual(['waiting'])
    expect(await phone.database.drafts.count()).toBe(0)
    const sent = (await phone.database.outbox.toArray()).map(({ change }) => change.kind)
    expect(sent).toEqual(['Round', 'CheckpointVisit', 'Ticket'])
  })

  it('[TK25] tells of the home that waits and when it hears, kept through a death of the phone', async () => {
    const half = await openStop()
    await findLeak(half)
    half.draft.changeOwner('leak', { home: phone.estate.place.id })
    half.draft.changeOwner('leak', { nextWord: String(at(18)) })
    await half.draft.save()
    phone = await phone.dieAndOpen()
    const stop = await openStop()
    expect(await stop.finish()).toBe(true)
    const [ticket] = await phone.database.tickets.toArray()
    expect(ticket?.record).toMatchObject({ home: phone.estate.place.id, status: 'received' })
    expect(ticket?.record.thread.at(-1)).toMatchObject({
      ...{ kind: 'told', channel: 'door', reached: true, nextWordAt: at(18) },
    })
    expect(ticket && clockOf(ticket.record)).toBe(at(18))
    expect(await phone.database.outbox.count()).toBe(4)
  })

  it('[TK25] names nobody who waits where it was put right on the spot', async () => {
    const stop = await openStop()
    await findLeak(stop)
    stop.draft.changeOwner('leak', { home: phone.estate.place.id, nextWord: String(at(18)) })
    const remedy = { kind: 'fixed', ticket: newId<TicketId>(), after: [photoRef('b')] } as const
    stop.draft.change('leak', { remedy })
    expect(await stop.finish()).toBe(true)
    const [ticket] = await phone.database.tickets.toArray()
    expect(ticket?.record).toMatchObject({ home: null, closing: 'fixedOnSpot' })
    expect(await phone.database.outbox.count()).toBe(3)
  })

  it('a second tap saves nothing twice', async () => {
    const stop = await openStop()
    await findLeak(stop)
    const both = await Promise.all([stop.finish(), stop.finish()])
    expect(both).toEqual([true, false])
    expect(await phone.database.checkpointVisits.count()).toBe(1)
    expect(await phone.database.tickets.count()).toBe(1)
  })

  it('[ST9] a tap before the next page is there saves nothing twice either', async () => {
    const stop = await openStop()
    stop.draft.checkIn.value = { by: 'qr', at: at(8, 50) }
    answer(stop, 'pressure', 0.42)
    answer(stop, 'cabinet', 'normal')
    answer(stop, 'leak', 'normal')
    stop.answerRest()
    expect(await stop.finish()).toBe(true)
    expect(await stop.finish()).toBe(true)
    expect(await phone.database.checkpointVisits.count()).toBe(1)
    expect(await phone.database.outbox.count()).toBe(2)
  })

  it('[TK6] put right on the spot, its ticket is born closed with the picture afterwards', async () => {
    const stop = await openStop()
    await findLeak(stop)
    await stop.draft.keepPhoto(keep('b'))
    const ticket = newId<TicketId>()
    stop.draft.change('leak', { remedy: { kind: 'fixed', ticket, after: [] } })
    expect(stop.missing.value).toEqual([{ item: 'leak', why: 'after-photo' }])
    expect(await stop.finish()).toBe(false)
    stop.draft.change('leak', { remedy: { kind: 'fixed', ticket, after: [photoRef('b')] } })
    expect(await stop.finish()).toBe(true)
    expect((await phone.database.tickets.get(ticket))?.record).toMatchObject({
      ...{ status: 'closed', closing: 'fixedOnSpot' },
    })
    expect(await phone.database.photos.count()).toBe(2)
  })

  it('[FO7] 「其余正常」 is taken back whole, and never takes back what was said since', async () => {
    const stop = await openStop()
    stop.draft.checkIn.value = { by: 'qr', at: at(8, 50) }
    expect(stop.rest.value.map(({ item }) => item)).toEqual(['door', 'leak'])
    stop.answerRest()
    answer(stop, 'door', 'notApplicable')
    stop.undoRest()
    expect(stop.draft.answers.value).toEqual([{ item: 'door', value: 'notApplicable' }])
  })

  it('[FO7] what failed last time is asked by itself in the next round', async () => {
    const stop = await openStop()
    await findLeak(stop)
    await stop.finish()
    const { round } = phone
    await phone.database.checkpointVisits
      .toCollection()
      .modify((held) => void Object.assign(held, { record: { ...held.record, round: newId() } }))
    const next = phone.use(() => useStop(round, phone.estate.pump.id))
    await next.draft.load()
    await vi.waitFor(() => expect(next.lastById.value.get('pressure')?.value).toBe(0.42))
    expect(next.rest.value.map(({ item }) => item)).toEqual(['door'])
  })

  it('[FO13] what was taken over from last time says so until it is changed', async () => {
    const { draft } = await openStop()
    draft.change('door', { value: '照常', sameAsLast: true })
    draft.change('door', { photos: [photoRef('d')] })
    expect(draft.byItem.value.get('door')).toMatchObject({ value: '照常', sameAsLast: true })
    draft.change('door', { value: '门锁坏了' })
    expect(draft.byItem.value.get('door')).toEqual({
      ...{ item: 'door', value: '门锁坏了', photos: [photoRef('d')] },
    })
  })

  it('[ST4] a full phone is told while saving: nothing is half saved and the draft stays', async () => {
    const stop = await openStop()
    await findLeak(stop)
    await stop.draft.save()
    fillDisk('outbox')
    expect(await stop.finish()).toBe(false)
    expect(stop.failure.value).toContain('手机空间满了')
    expect(await phone.database.checkpointVisits.count()).toBe(0)
    Object.assign(IDBObjectStore.prototype, { add, put })
    expect(await stop.finish()).toBe(true)
    expect(await phone.database.photos.count()).toBe(1)
  })

  it('[RD8] a full phone is told while answering: what was answered stays on the screen', async () => {
    const stop = await openStop()
    fillDisk('drafts')
    expect(await stop.draft.keepPhoto(keep('c'))).toBe(false)
    stop.draft.checkIn.value = { by: 'qr', at: at(8, 50) }
    answer(stop, 'door', 'normal')
    expect(await stop.draft.save()).toBe(false)
    expect(stop.draft.failure.value).toEqual({ kind: 'storage-full' })
    expect(stop.draft.byItem.value.get('door')?.value).toBe('normal')
    Object.assign(IDBObjectStore.prototype, { add, put })
    expect(await stop.draft.save()).toBe(true)
    expect(stop.draft.failure.value).toBeNull()
  })

  it('[ST12] opens empty where its draft no longer reads, and keeps what was found', async () => {
    const key = visitDraftKey(phone.round, phone.estate.pump.id)
    const unreadable = [{ answers: 'x' }, { checkIn: null, answers: [null] }, 7]
    for (const [index, value] of unreadable.entries()) {
      await phone.database.drafts.put({ key, value, at: at(8) })
      await phone.database.drafts.put({ key: `${key}/photo/x`, value: { ref: null }, at: at(8) })
      const stop = await openStop()
      expect(stop.draft.failure.value).toBeNull()
      expect(stop.draft.byItem.value.size).toBe(0)
      const found = (await damagedItems(phone.database)).map(({ raw }) => raw)
      expect(found).toHaveLength(index + 1)
      expect(found).toContainEqual({ key, value, at: at(8) })
      answer(stop, 'door', 'normal')
      expect(await stop.draft.save()).toBe(true)
      expect((await openStop()).draft.byItem.value.get('door')?.value).toBe('normal')
    }
  })

  it('[EX6] refused, is opened anew as it was found, and what is saved stands in its place', async () => {
    const stop = await openStop()
    await findLeak(stop)
    expect(await stop.finish(true)).toBe(true)
    const sent = await phone.database.outbox.toArray()
    for (const { order } of sent) await phone.database.outbox.update(order, { state: 'refused' })
    await phone.database.checkpointVisits.clear()
    await phone.database.tickets.clear()
    const { mayCorrect, correct } = phone.use(() => useCorrectRefused())
    const { refused } = await refusedWork(phone.database)
    const work = refused.find(mayCorrect)
    if (!work) throw new Error('Nothing can be said anew.')
    const path = `/patrol/rounds/${phone.round}/stops/${phone.estate.pump.id}`
    expect(await correct(work)).toBe(path)
    expect(await correct(work)).toBe('begun')
    const again = await openStop()
    expect(again.draft.byItem.value.get('leak')?.words).toContain('法兰')
    expect(again.draft.photoBlob(photoRef('a').sha256)).not.toBeNull()
    again.draft.change('leak', { words: '3号泵法兰滴水' })
    expect(await again.finish(true)).toBe(true)
    for (const order of work.orders)
      expect(await phone.database.outbox.get(order)).toMatchObject({
        ...{ state: 'putAway', replacedBy: expect.any(String) as string },
      })
    const anew = await phone.database.outbox.where('state').equals('waiting').toArray()
    expect(JSON.stringify(anew)).toContain('3号泵')
  })

  it('[EX6] refused without its ticket, is finished anew without making that twice', async () => {
    const stop = await openStop()
    await findLeak(stop)
    expect(await stop.finish(true)).toBe(true)
    const sent = await phone.database.outbox.toArray()
    for (const { order, change } of sent)
      if (change.kind === 'CheckpointVisit')
        await phone.database.outbox.update(order, { state: 'refused' })
    await phone.database.checkpointVisits.clear()
    const { mayCorrect, correct } = phone.use(() => useCorrectRefused())
    const work = (await refusedWork(phone.database)).refused.find(mayCorrect)
    if (!work) throw new Error('Nothing can be said anew.')
    await correct(work)
    expect(await (await openStop()).finish(true)).toBe(true)
    expect(await phone.database.checkpointVisits.count()).toBe(1)
    const made = (await phone.database.outbox.toArray()).map(({ change }) => change)
    expect(made.filter(({ act }) => act.act === 'receive')).toHaveLength(1)
  })

  it('[RD14] goes on with the checklist it began with when a new version comes meanwhile', async () => {
    const stop = await openStop()
    await findLeak(stop)
    const asked = stop.items.value.map(({ id }) => id)
    const { form } = phone.estate
    const next = {
      ...{ ...form, id: newId<typeof form.id>(), version: form.version + 1 },
      items: form.items.filter(({ id }) => id !== 'leak' && id !== 'leak-where'),
    }
    const publish = {
      kind: 'Form' as const,
      record: next.id,
      act: { act: 'publish' as const, form: next },
    }
    expect((await saveActs(phone.database, [publish], author(newId(), at(9)))).ok).toBe(true)
    await vi.waitFor(() => expect(stop.isOlderForm.value).toBe(true))
    expect(stop.items.value.map(({ id }) => id)).toEqual(asked)
    // The phone dies: the draft knows what it began with.
    await stop.draft.save()
    const again = await openStop()
    await vi.waitFor(() => expect(again.isOlderForm.value).toBe(true))
    expect(again.items.value.map(({ id }) => id)).toEqual(asked)
    expect(await again.finish()).toBe(true)
    const [visit] = await phone.database.checkpointVisits.toArray()
    expect(visit?.record.form).toBe(form.id)
    expect(visit?.record.answers.find(({ item }) => item === 'leak')?.photos).toHaveLength(1)
  })

  it('[RD15] left by its round, hands in what was seen as far as it came, photos too', async () => {
    const stop = await openStop()
    const photo = keep('a')
    await stop.draft.keepPhoto(photo)
    stop.draft.checkIn.value = { by: 'qr', at: at(8, 50) }
    stop.draft.change('leak', {
      ...{ value: 'abnormal', words: '2号泵法兰滴水', photos: [photo.ref] },
      remedy: { kind: 'ticket', ticket: newId<TicketId>() },
    })
    await stop.draft.save()
    for (const table of ['patrolPlans', 'routes', 'checkpoints', 'rounds', 'communities'] as const)
      await phone.database.table(table).clear()
    const { pump, form, community } = phone.estate
    const gone = phone.use(() => {
      const draft = useCheckpointDraft(phone.round, pump.id)
      return { draft, left: useLeftStop(phone.round, pump.id, draft) }
    })
    await gone.draft.load()
    await vi.waitFor(() => expect(gone.left.isLeft.value).toBe(true))
    expect(await gone.left.handIn()).toBe(true)
    const [visit] = await phone.database.checkpointVisits.toArray()
    expect(visit?.record).toMatchObject({
      ...{ community: community.id, round: phone.round, checkpoint: pump.id, form: form.id },
      ...{ abnormal: 1, checkIn: { by: 'qr' } },
    })
    const leak = visit?.record.answers.find(({ item }) => item === 'leak')
    expect(leak).toMatchObject({ words: '2号泵法兰滴水', remedy: { kind: 'lookAgain' } })
    expect(await phone.database.photos.get(photo.ref.sha256)).toBeDefined()
    expect(await phone.database.drafts.count()).toBe(0)
    expect(await phone.database.outbox.count()).toBe(1)
  })

  it('shows what was found, and may be looked at again: the later visit stands', async () => {
    const stop = await openStop()
    await findLeak(stop)
    await stop.finish()
    phone.tick.value = at(9, 30)
    const again = await openStop()
    await vi.waitFor(() => expect(again.found.value?.abnormal).toBe(1))
    again.isLookingAgain.value = true
    expect(again.found.value).toBeNull()
    again.draft.checkIn.value = { by: 'qr', at: at(9, 25) }
    answer(again, 'pressure', 0.45)
    answer(again, 'cabinet', 'normal')
    again.answerRest()
    expect(await again.finish()).toBe(true)
    await vi.waitFor(() => expect(again.progress.value?.state).toBe('normal'))
  })
})
